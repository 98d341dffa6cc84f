import { type Browser, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "#e2e/fixtures/accessibility.ts";
import { openLive, toast } from "#e2e/fixtures/console.ts";
import { type Depot, openDepot } from "#e2e/fixtures/demo-day.ts";
import { type OwnApp, startOwnApp } from "#e2e/fixtures/own-app.ts";
import { test } from "#e2e/fixtures/test.ts";
import { demoShops } from "#scripts/dev/connect-as-person.ts";

const wavesSchema = z.object({
  data: z.array(z.object({ id: z.string(), number: z.number(), orders: z.number(), batches: z.number(), createdBy: z.string() })),
});
const rulesSchema = z.object({
  data: z.array(z.object({ warehouseId: z.string(), version: z.number(), everyMinutes: z.number().nullable() })),
});
const picksSchema = z.object({
  part: z.object({
    tasks: z.array(
      z.object({ id: z.string(), kind: z.string(), qty: z.number(), batch: z.string().nullable(), walk: z.number().nullable() }),
    ),
  }),
});

// Both look at one depot, and each takes orders of its own.
test.describe.configure({ mode: "default" });
let app: OwnApp;
let depot: Depot;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  app = await startOwnApp();
  depot = await openDepot(app, [demoShops["mercado-livre"]]);
});
test.afterAll(() => app.dispose());

async function office(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.url, locale: "en-US" });
  const [name = "", value = ""] = depot.cookie.split("=");
  await context.addCookies([{ name, value, url: app.url }]);
  return context.newPage();
}

const ruleOfDepot = async () => rulesSchema.parse(await depot.call("GET", "release-rules")).data[0];

/** Another person saves the rule of the depot, by whatever version there is. */
async function saveElsewhere(everyMinutes: number): Promise<void> {
  const rule = await ruleOfDepot();
  await depot.call("PUT", `release-rules/${rule?.warehouseId ?? ""}`, { version: rule?.version ?? 0, isActive: false, everyMinutes });
}

/** Orders that can go, of one line each: whoever packs ticks one box. */
async function someOrders(count: number) {
  const able = (await depot.demand()).filter(({ hindrance, lines }) => hindrance === null && lines.length === 1).slice(0, count);
  expect(able).toHaveLength(count);
  return able;
}

async function picksOf(orderWave: string) {
  const zones = [...depot.zones.values()];
  const parts = await Promise.all(zones.map(async (id) => ({ id, ...picksSchema.parse(await depot.call("GET", `zones/${id}`)).part })));
  return parts.flatMap(({ id: zoneId, tasks }) =>
    tasks.filter(({ batch }) => batch?.startsWith(orderWave) === true).map((task) => ({ ...task, zoneId })),
  );
}

async function pickAll(waveId: string): Promise<void> {
  for (const { id, qty, zoneId } of await picksOf(waveId)) await depot.ask(zoneId, { type: "pick", taskId: id, qty });
}

const newestWave = async () => wavesSchema.parse(await depot.call("GET", "waves?limit=1")).data[0];

test("an order says which goods have no size, then which carton it goes into, and keeps what was taken", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await office(browser);
  const [order] = await someOrders(1);
  const { id: orderId = "", orderRef = "", lines = [] } = order ?? {};
  const { waveId } = z
    .object({ waveId: z.string() })
    .parse(await depot.call("POST", "fulfilments", { warehouseId: depot.warehouseId, orderIds: [orderId] }));
  const mine = async () => (await depot.fulfilments()).find((one) => one.orderRef === orderRef && one.state !== "cancelled");
  await expect.poll(async () => (await mine())?.state, { timeout: 60_000 }).toBe("picking");
  await pickAll(waveId);
  await expect.poll(async () => (await mine())?.state, { timeout: 60_000 }).toBe("picked");

  await openLive(page, `/warehouse/orders/${(await mine())?.id}`);
  await expect(page.getByText("No cartons are entered yet.")).toBeVisible();
  await page.getByRole("link", { name: "Enter cartons" }).click();
  await page.getByRole("button", { name: "Add the usual sizes" }).click();
  await expect(toast(page, "7 cartons were added.")).toBeVisible();
  await page.getByRole("button", { name: "Retire 16 × 11 × 6 cm" }).click();
  await expectAccessible(page);
  await page.getByRole("alertdialog").getByRole("button", { name: "Retire" }).click();
  await expect(toast(page, "16 × 11 × 6 cm is retired.")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("These goods have no size yet.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  const size = { version: 1, lengthMm: 90, widthMm: 60, heightMm: 40, weightGrams: 300 };
  await depot.call("PATCH", `variants/${lines[0]?.variantId}`, size);
  await page.reload();
  const suggestion = page.getByRole("region", { name: "Suggested cartons" });
  await expect(suggestion).toContainText("with the carton");
  await page.getByRole("button", { name: "Take these cartons" }).click();
  await expect(page.getByText("These cartons are chosen")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Close the parcel" }).click();
  await expect(page.getByText(/cm \(\d+ ×/)).toBeVisible();
});

test("a wave is previewed, released as walks of several orders, followed batch by batch, and the next one releases itself", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await office(browser);
  const before = (await newestWave())?.number ?? 0;
  const chosen = await someOrders(4);
  await openLive(page, "/warehouse/orders");
  for (const { orderRef } of chosen) await page.getByRole("checkbox", { name: `Choose order ${orderRef}` }).check();
  await page.getByLabel("Walked").selectOption("Several orders together");
  await page.getByLabel("Orders in a batch, at most").fill("1");
  await page.getByRole("button", { name: "Preview the walks" }).click();
  await expect(page.getByText("This value does not fit here.")).toBeVisible();
  await page.getByLabel("Orders in a batch, at most").fill("2");
  await page.getByRole("button", { name: "Preview the walks" }).click();
  await expect(page.getByText(/^[\d,]+ m instead of [\d,]+ m one by one/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Release to be picked/ }).click();
  await toast(page, `Wave ${before + 1}: 4 orders are released.`)
    .getByRole("button", { name: "Show the wave" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: `Wave ${before + 1}` })).toBeVisible();
  await page.goBack();
  const wave = await newestWave();
  expect(wave).toMatchObject({ number: before + 1, orders: 4 });
  const arranged = async () => (await picksOf(wave?.id ?? "")).filter(({ walk }) => walk !== null).length;
  await expect.poll(arranged, { message: "picks have their place in the walk", timeout: 60_000 }).toBe(4);

  await page.getByRole("link", { name: "Waves", exact: true }).click();
  await page.getByRole("link", { name: `Wave ${before + 1}` }).click();
  await expect(page.getByRole("heading", { name: "Batch 2" })).toBeVisible();
  await expect(page.getByText("nobody yet").first()).toBeVisible();
  await expectAccessible(page);
  const [first] = await picksOf(wave?.id ?? "");
  await depot.ask(first?.zoneId ?? "", { type: "claim", taskId: first?.id ?? "" });
  await page.reload();
  await expect(
    page
      .getByText("Marina", { exact: false })
      .or(page.getByText("API", { exact: false }))
      .first(),
  ).toBeVisible();
  await pickAll(wave?.id ?? "");
  await expect(page.getByText("Finished", { exact: true }).first()).toBeVisible({ timeout: 60_000 });

  await openLive(page, "/warehouse/release-rules");
  await page.getByLabel("Before the carrier comes").fill("someday 99:00");
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect(page.getByText("Write one line each", { exact: false })).toBeVisible();
  await page.getByLabel("Before the carrier comes").fill("mon-fri 15:30");
  await page.getByLabel("Every so many minutes").fill("1");
  await page.getByLabel("Release orders of this warehouse by itself").check();
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect(toast(page, "The rule of Depósito São Paulo is saved.")).toBeVisible();
  await page.getByRole("button", { name: "what would be released now" }).click();
  await expect(page.getByText("would be released now.", { exact: false })).toBeVisible();
  await expectAccessible(page);
  await app.tick();
  await expect.poll(async () => (await newestWave())?.number, { timeout: 60_000 }).toBe(before + 2);
  expect(await newestWave()).toMatchObject({ createdBy: "release-waves" });
  await page.getByLabel("Release orders of this warehouse by itself").uncheck();
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect(page.getByText("Every wave is released by hand.")).toBeVisible();

  const every = page.getByLabel("Every so many minutes");
  await saveElsewhere(45);
  await expect(every).toHaveValue("45");
  await every.fill("7");
  await saveElsewhere(50);
  await expect(page.getByText("Somebody changed this meanwhile")).toBeVisible();
  await expect(every).toHaveValue("7");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show theirs" }).click();
  await expect(every).toHaveValue("50");
  await every.fill("8");
  await saveElsewhere(55);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save the rule" }).click();
  await expect.poll(async () => (await ruleOfDepot())?.everyMinutes).toBe(8);
  await expect(page.getByText("Somebody changed this meanwhile")).toHaveCount(0);
  await expect(every).toHaveValue("8");
});
