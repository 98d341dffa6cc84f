import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { callsOf, playModel, useProvider } from "#e2e/fixtures/models.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { act, connect, listingsOf, untilSynced } from "#e2e/fixtures/shop.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

const { simulatorUrl } = readSettings();
const detailSchema = z.object({ attributes: z.array(z.object({ key: z.string(), value: z.string() })) });
const gapRows = z.object({ data: z.array(z.object({ id: z.string(), topic: z.string() })) });
const runRows = z.object({ data: z.array(z.object({ id: z.string(), state: z.string(), mode: z.string() })) });

const proposals = (page: Page) => page.getByRole("list", { name: "Proposals" }).getByRole("listitem");

/** Complaints about the voltage of something whose listing knows it and does not say so. */
async function complainOfVoltage(owner: Person, channelId: string): Promise<{ gapId: string; voltage: string }> {
  for (const { id, listingRef } of await listingsOf(owner, "&status=active")) {
    const { attributes } = detailSchema.parse(await (await owner.http.get(`/api/v1/listings/${id}`)).json());
    const voltage = attributes.find(({ key }) => key === "VOLTAGE")?.value;
    if (voltage === undefined) continue;
    for (const text of ["Comprei e veio 110v", "Voltagem errada, queimou na hora", "Veio 110v, voltagem errada."])
      await act(owner, "mercado-livre", "review", { listing: listingRef, rate: 1, text });
    expect((await owner.http.post(`/api/v1/channels/${channelId}/syncs`, { data: { extent: "full" } })).ok()).toBe(true);
    const gap = async () =>
      gapRows.parse(await (await owner.http.get("/api/v1/review-gaps")).json()).data.find(({ topic }) => topic === "voltage");
    await expect.poll(async () => (await gap())?.id, { timeout: 60_000 }).toBeDefined();
    return { gapId: (await gap())?.id ?? "", voltage };
  }
  throw new Error("nothing with a voltage is for sale");
}

/** Has an agent look from its page and waits until the look is over. */
async function look(page: Page, owner: Person, agent: string, name: string): Promise<string> {
  const newest = async () => runRows.parse(await (await owner.http.get(`/api/v1/agents/${agent}/runs`)).json()).data[0];
  const before = (await newest())?.id;
  await openLive(page, `/agents/${agent}`);
  await page.getByRole("button", { name: `Look now: ${name}` }).click();
  await expect(toast(page, "The agent looks")).toBeVisible();
  await expect.poll(async () => ((await newest())?.id === before ? "" : (await newest())?.state), { timeout: 60_000 }).toBe("done");
  return (await newest())?.id ?? "";
}

/** From a proposal to the look it was concluded in, to the very call its words come from. */
async function openItsCall(page: Page, owner: Person, runId: string): Promise<void> {
  await page
    .getByRole("link", { name: /^Decision log/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/agents/runs/${runId}$`));
  await expect.poll(async () => (await callsOf(owner.http, `&runId=${runId}`)).length, { timeout: 30_000 }).toBeGreaterThan(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "What it asked of AI" })).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole("region", { name: "Last calls" })
    .getByRole("link", { name: /^Open the call/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Tries" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: runId })).toBeVisible();
}

test("agents word with a model what they propose, each proposal leads to its call, and without a provider rules do it", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const { http } = owner;
  const page = await openAs(owner);
  const providerId = await useProvider(http, simulatorUrl, "openai");
  await connect(page, "Mercado Livre", "201200");
  const { gapId, voltage } = await complainOfVoltage(owner, await untilSynced(owner));
  const sentence = `Este produto funciona somente em ${voltage}.`;
  const ask = (when: string, json: unknown) => playModel(http, simulatorUrl, { vendor: "openai", action: "script", when, json });
  await ask(gapId, { gaps: [{ id: gapId, name: "Voltagem", sentence }] });
  const description =
    "Produto novo, na embalagem original. Confira a ficha técnica antes de comprar, veja as fotos com atenção e tire suas dúvidas pelas perguntas do anúncio antes de fechar o pedido.";
  await ask("You rewrite one marketplace listing", { title: "", description });

  const gapsRun = await look(page, owner, "review-gaps", "Review Gap Analyzer");
  await openLive(page, "/proposals?agent=review-gaps");
  const worded = proposals(page).filter({ hasText: sentence });
  await worded.getByText("What it is based on").click();
  await expect(worded.getByText("model", { exact: true })).toBeVisible();
  await openItsCall(page, owner, gapsRun);
  await expect(page.getByText("review-gaps.wording, edition 1")).toBeVisible();

  const settings = { mostListings: 2, leastGain: 1, qualityBelow: 100 };
  expect((await http.patch("/api/v1/agents/copy-master", { data: { settings } })).ok()).toBe(true);
  const copyRun = await look(page, owner, "copy-master", "CopyMaster");
  await openLive(page, "/proposals?agent=copy-master");
  const rewritten = proposals(page)
    .filter({ hasText: description.slice(0, 60) })
    .first();
  await rewritten.getByText("What it is based on").click();
  await expect(rewritten.getByText("gpt-4.1-mini", { exact: true })).toBeVisible();
  await expect(rewritten.getByText("Version of the prompt")).toBeVisible();
  await expectAccessible(page);
  await openItsCall(page, owner, copyRun);
  await expect(page.getByText("copy-master, edition 1")).toBeVisible();
  for (const call of await callsOf(http, `&runId=${copyRun}`)) {
    expect(call).toMatchObject({ source: "model", purpose: "copy" });
    expect([call.costMicroUsd > 0, call.outputTokens > 0]).toEqual([true, true]);
  }

  expect((await http.delete(`/api/v1/ai/providers/${providerId}`)).ok()).toBe(true);
  const byRules = await look(page, owner, "review-gaps", "Review Gap Analyzer");
  await openLive(page, `/agents/runs/${byRules}`);
  const log = page.getByRole("list", { name: "What it heard, concluded and said" });
  const amended = log.getByRole("listitem").filter({ hasText: "Confira a voltagem" });
  await amended.getByText("What it is based on", { exact: true }).or(amended.locator("summary")).last().click();
  await expect(amended.getByText("rules", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What it asked of AI" })).toHaveCount(0);
});
