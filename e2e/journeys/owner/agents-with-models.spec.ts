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
const detailSchema = z.object({ description: z.string(), attributes: z.array(z.object({ key: z.string(), value: z.string() })) });
const gapRows = z.object({
  data: z.array(z.object({ id: z.string(), topic: z.string(), fix: z.object({ sentence: z.string().nullable() }) })),
});
const runRows = z.object({ data: z.array(z.object({ id: z.string(), state: z.string(), mode: z.string() })) });

const rewrite = z.looseObject({ field: z.string().optional(), before: z.string().optional(), after: z.string().optional() });
const lookSchema = z.object({ decisions: z.array(z.object({ call: z.object({ input: rewrite }).nullable() })) });

const proposals = (page: Page) => page.getByRole("list", { name: "Proposals" }).getByRole("listitem");

const plain =
  "Produto novo, na embalagem original. Confira a ficha técnica antes de comprar, veja as fotos com atenção e tire suas dúvidas.";

/** Complaints about the voltage of something whose listing knows it and does not say so. */
async function complainOfVoltage(owner: Person, channelId: string): Promise<{ gapId: string; voltage: string }> {
  const { http } = owner;
  const listing = (await listingsOf(owner, "&status=active")).find(({ title }) => /\d+ V$/.test(title));
  if (listing === undefined) throw new Error("nothing with a voltage is for sale");
  const { attributes, description: before } = detailSchema.parse(await (await http.get(`/api/v1/listings/${listing.id}`)).json());
  const told = await http.post(`/api/v1/listings/${listing.id}/texts`, { data: { field: "description", before, text: plain } });
  expect(told.ok(), await told.text()).toBe(true);
  for (const text of ["Comprei e veio 110v", "Voltagem errada, queimou na hora", "Veio 110v, voltagem errada."])
    await act(owner, "mercado-livre", "review", { listing: listing.listingRef, rate: 1, text });
  expect((await http.post(`/api/v1/channels/${channelId}/syncs`, { data: { extent: "full" } })).ok()).toBe(true);
  const gap = async () => gapRows.parse(await (await http.get("/api/v1/review-gaps")).json()).data.find(({ topic }) => topic === "voltage");
  await expect.poll(async () => (await gap())?.fix.sentence, { timeout: 60_000 }).toContain("voltagem");
  return { gapId: (await gap())?.id ?? "", voltage: attributes.find(({ key }) => key === "VOLTAGE")?.value ?? "" };
}

/** Has an agent look from its page and waits until the look is over. */
async function look(page: Page, owner: Person, agent: string, name: string): Promise<string> {
  const newest = async () => runRows.parse(await (await owner.http.get(`/api/v1/agents/runs?agent=${agent}`)).json()).data[0];
  const before = (await newest())?.id;
  await openLive(page, `/agents/${agent}`);
  await page.getByRole("button", { name: `Look now: ${name}` }).click();
  await expect(toast(page, "The agent looks")).toBeVisible();
  await expect.poll(async () => ((await newest())?.id === before ? "" : (await newest())?.state), { timeout: 60_000 }).toBe("done");
  return (await newest())?.id ?? "";
}

/** From a proposal to the look it was concluded in, to the very call its words come from. */
async function openItsCall(page: Page, runId: string): Promise<void> {
  await page
    .getByRole("link", { name: /^Decision log/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/agents/runs/${runId}$`));
  await expect(asked(page)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("region", { name: "Last calls" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Tries" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: runId })).toBeVisible();
}

/** They look when a test says so, not when the clock does. */
async function hold(owner: Person, agent: string): Promise<void> {
  expect((await owner.http.patch(`/api/v1/agents/${agent}`, { data: { state: "paused" } })).ok()).toBe(true);
}

const asked = (page: Page) => page.getByRole("heading", { name: "What it asked of AI" });

test("a complaint is worded by a model, its proposal leads to the very call, and without a provider rules word it", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const page = await openAs(owner);
  const providerId = await useProvider(owner.http, simulatorUrl, "openai");
  await hold(owner, "review-gaps");
  await connect(page, "Mercado Livre", "201200");
  const { gapId, voltage } = await complainOfVoltage(owner, await untilSynced(owner));
  const sentence = `Este produto funciona somente em ${voltage}.`;
  const json = { gaps: [{ id: gapId, name: "Voltagem", sentence }] };
  await playModel(owner.http, simulatorUrl, { vendor: "openai", action: "script", when: gapId, json });

  const runId = await look(page, owner, "review-gaps", "Review Gap Analyzer");
  await openLive(page, "/proposals?agent=review-gaps");
  const worded = proposals(page).filter({ hasText: sentence });
  await worded.getByText("What it is based on").click();
  await expect(worded.getByText("model", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await openItsCall(page, runId);
  await expect(page.getByText("review-gaps.wording, edition 1")).toBeVisible();

  expect((await owner.http.delete(`/api/v1/ai/providers/${providerId}`)).ok()).toBe(true);
  const byRules = await look(page, owner, "review-gaps", "Review Gap Analyzer");
  await openLive(page, `/agents/runs/${byRules}`);
  const log = page.getByRole("list", { name: "What it heard, concluded and said" });
  const amended = log.getByRole("listitem").filter({ hasText: "Confira a voltagem" });
  await amended.locator("summary").last().click();
  await expect(amended.getByText("rules", { exact: true })).toBeVisible();
  await expect(asked(page)).toHaveCount(0);
});

test("CopyMaster proposes the words of a model, with its name, its price and the edition of the prompt", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const { http } = owner;
  const page = await openAs(owner);
  await hold(owner, "copy-master");
  await connect(page, "Shopee", "shop:2000008");
  await untilSynced(owner);
  const byRules = await aDryLook(owner);
  await useProvider(http, simulatorUrl, "openai");
  const better = `${byRules.after} Original`;
  const json = { title: better, description: "" };
  await playModel(http, simulatorUrl, { vendor: "openai", action: "script", when: byRules.before, json });

  const runId = await look(page, owner, "copy-master", "CopyMaster");
  await openLive(page, "/proposals?agent=copy-master");
  const rewritten = proposals(page)
    .filter({ has: page.locator("ins").filter({ hasText: / Original$/ }) })
    .first();
  await rewritten.getByText("What it is based on").click();
  await expect(rewritten.getByRole("definition").filter({ hasText: "gpt-4.1-mini" })).toBeVisible();
  await expect(rewritten.getByText("Version of the prompt")).toBeVisible();
  await expectAccessible(page);
  await openItsCall(page, runId);
  await expect(page.getByText("copy-master, edition 1")).toBeVisible();
  const calls = await callsOf(http, `&runId=${runId}`);
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) {
    expect(call).toMatchObject({ source: "model", purpose: "copy" });
    expect([call.costMicroUsd > 0, call.outputTokens > 0]).toEqual([true, true]);
  }
});

/** What rules would make of the first title they would change. */
async function aDryLook({ http }: Person): Promise<{ before: string; after: string }> {
  const run = z
    .object({ id: z.string() })
    .parse(await (await http.post("/api/v1/agents/copy-master/runs", { data: { mode: "dry" } })).json());
  const title = async () => {
    const { decisions } = lookSchema.parse(await (await http.get(`/api/v1/agents/runs/${run.id}`)).json());
    return decisions.flatMap(({ call }) => (call?.input.field === "title" ? [call.input] : []))[0];
  };
  await expect.poll(title, { timeout: 60_000 }).toBeDefined();
  return z.object({ before: z.string(), after: z.string() }).parse(await title());
}
