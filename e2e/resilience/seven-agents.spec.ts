import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { agentKinds } from "#app/domain/agents/kinds.ts";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { type Depot, openDepot } from "#e2e/fixtures/demo-day.ts";
import { type OwnApp, startOwnApp } from "#e2e/fixtures/own-app.ts";
import { test } from "#e2e/fixtures/test.ts";

const runRows = z.object({ data: z.array(z.object({ id: z.string(), trigger: z.string(), state: z.string(), decisions: z.number() })) });
const statusSchema = z.object({ mode: z.string(), budget: z.object({ caps: z.array(z.object({ spentMicroUsd: z.number() })) }) });

/** Each conclusion of a look opens to what it saw and the rule it went by, and none lacks its words. */
async function expectEvidence(page: Page, path: string, decisions: number): Promise<void> {
  await page.goto(path);
  const log = page.getByRole("list", { name: "What it heard, concluded and said" });
  const bases = log.getByText("What it saw", { exact: true });
  await expect(bases).toHaveCount(decisions);
  for (let index = 0; index < Math.min(decisions, 5); index += 1) await bases.nth(index).click();
  await expect(log.getByText(/^Rule .+, version \d+$/).first()).toBeVisible();
  await expect(log.getByText("There are no words for this rule any more", { exact: false })).toHaveCount(0);
  expect(await log.textContent()).not.toContain("{{");
  await expect(page.getByRole("heading", { name: "What it asked of AI" })).toHaveCount(0);
  await expectAccessible(page);
}

/** The shop follows the depot, goods break there, and the marketplace takes no number: more is on sale than lies here. */
async function breakGoods(app: OwnApp, depot: Depot): Promise<void> {
  const fault = { vendor: "mercado-livre", match: "PUT /items", kind: "status", status: 500 };
  const body = JSON.stringify(fault);
  await fetch(`${app.simulatorUrl}/__control/faults`, { method: "POST", headers: { "content-type": "application/json" }, body });
  await depot.call("PATCH", `channels/${depot.channels["mercado-livre"]}/stock`, { fromWarehouse: true });
  const shown = new Set((await depot.stockOf("mercado-livre", true)).filter(({ reason }) => reason === null).map(({ sku }) => sku));
  const zoneId = depot.zones.get("A") ?? "";
  const { bins, items } = await depot.zone(zoneId);
  const codeOf = new Map(items.map(({ sku, code }) => [sku, code]));
  const place = bins
    .flatMap(({ id, lines }) => lines.map((line) => ({ id, sku: String(line["sku"]), qty: line.qty })))
    .find(({ sku, qty }) => qty >= 10 && shown.has(codeOf.get(sku) ?? ""));
  if (place === undefined) throw new Error("nothing of what is on sale lies here");
  await depot.ask(zoneId, { type: "adjust", sku: place.sku, binId: place.id, delta: -9, reason: "damaged" });
  const differs = async () =>
    (await depot.stockOf("mercado-livre")).some(({ sku, reason }) => reason !== null && sku === codeOf.get(place.sku));
  await expect.poll(differs, { message: "the shop shows more than there is", timeout: 60_000 }).toBe(true);
}

test("without any key all seven agents look at the demo, conclude by rules, and each conclusion opens to what it rests on", async ({
  browser,
}) => {
  // A shop is read and a depot is built before anybody looks: that is minutes on a busy machine.
  test.setTimeout(600_000);
  const app = await startOwnApp();
  try {
    const depot = await openDepot(app, [{ vendor: "mercado-livre", account: "200300" }]);
    const costs = z.object({ data: z.array(z.object({ priceCents: z.number(), variant: z.object({ sku: z.string() }).nullable() })) });
    const { data: sold } = costs.parse(await depot.call("GET", "listings?limit=200"));
    const known = new Map(
      sold.flatMap(({ variant, priceCents }) => (variant === null ? [] : [[variant.sku, Math.round(priceCents * 0.4)]])),
    );
    await depot.call("PUT", "costs", { costs: [...known].map(([sku, costCents]) => ({ sku, costCents })) });

    await breakGoods(app, depot);

    const context = await browser.newContext({ baseURL: app.url, locale: "en-US" });
    const [name = "", value = ""] = depot.cookie.split("=");
    await context.addCookies([{ name, value, url: app.url }]);
    const page = await context.newPage();
    const newest = async (agent: string) => {
      const { data } = runRows.parse(await depot.call("GET", `agents/runs?agent=${agent}`));
      return data.find(({ trigger }) => trigger === "person");
    };
    const silent: string[] = [];
    for (const agent of agentKinds) {
      await depot.call("POST", `agents/${agent}/runs`, { mode: "live" });
      await expect.poll(async () => (await newest(agent))?.state, { message: agent, timeout: 120_000 }).toBe("done");
      const run = await newest(agent);
      if (run === undefined || run.decisions === 0) silent.push(agent);
      else await expectEvidence(page, `/agents/runs/${run.id}`, run.decisions);
    }
    expect(silent, "agents that found nothing worth saying").toEqual([]);
    const { mode, budget } = statusSchema.parse(await depot.call("GET", "ai/status"));
    expect([mode, ...budget.caps.map(({ spentMicroUsd }) => spentMicroUsd)]).toEqual(["rules", 0, 0]);
    await context.close();
  } finally {
    await app.dispose();
  }
});
