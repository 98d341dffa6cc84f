import { type Browser, expect, type Page } from "@playwright/test";
import { z } from "zod";
import { vendors } from "#app/domain/channels/ports.ts";
import { type Depot, openDepot, type StockRow } from "#e2e/fixtures/demo-day.ts";
import { finishPick, pairTablet, pin, startPick } from "#e2e/fixtures/floor.ts";
import { startOwnApp } from "#e2e/fixtures/own-app.ts";
import { test } from "#e2e/fixtures/test.ts";
import { signIn } from "#scripts/dev/connect-as-person.ts";

const codeSchema = z.object({ code: z.string() });
const listingSchema = z.object({ listingRef: z.string() });
/** What we could mend. The rest is nobody's drift: unlinked, never in a zone, or forbidden by the marketplace's own rules. */
const mendable = new Set(["telling", "not-followed", "unreachable", "channel-paused", "channel-ended", "other"]);
const isDrift = ({ reason }: StockRow) => reason !== null && mendable.has(reason);

/** Something both shops sell, with enough of it. */
async function soldInBoth(depot: Depot): Promise<{ sku: string; available: number; listingId: string }> {
  const [ml, shopee] = await Promise.all([depot.stockOf("mercado-livre", true), depot.stockOf("shopee", true)]);
  const there = new Set(shopee.filter(({ reason }) => reason === null).map(({ sku }) => sku));
  const row = ml.find(
    ({ sku, available, modelName, reason }) => reason === null && modelName === "" && (available ?? 0) >= 10 && there.has(sku),
  );
  if (row?.sku == null || row.available === null) throw new Error("no SKU is sold in both shops");
  return { sku: row.sku, available: row.available, listingId: row.id };
}

/** Both at the same moment; Shopee lets an order leave once it has its invoice. */
async function sellOnBoth(depot: Depot, { sku, listingId }: { sku: string; listingId: string }): Promise<string[]> {
  const { listingRef } = listingSchema.parse(await depot.call("GET", `listings/${listingId}`));
  const before = new Set((await depot.demand()).map(({ orderRef }) => orderRef));
  const [, sold] = await Promise.all([
    depot.act("mercado-livre", "sell", { listing: listingRef, seller: 200_300 }),
    depot.act("shopee", "sell", { sku, shopId: 2_000_002 }),
  ]);
  await depot.act("shopee", "invoice", { shopId: 2_000_002, orderSn: String(sold["orderSn"]) });
  const fresh = async () => (await depot.demand()).filter(({ orderRef, hindrance }) => !before.has(orderRef) && hindrance === null);
  await expect.poll(async () => (await fresh()).length, { message: "both orders can go", timeout: 60_000 }).toBe(2);
  return (await fresh()).map(({ orderRef }) => orderRef);
}

/** Goods arrive at the docks and are sent to a picking zone, where a move brings them onto a shelf. */
async function receiveAndStore(depot: Depot, sku: string): Promise<void> {
  const [docks = "", zoneA = ""] = [depot.zones.get("D"), depot.zones.get("A")];
  const [from, shelf] = [(await depot.zone(docks)).bins, (await depot.zone(zoneA)).bins];
  const dock = from.find(({ kind }) => kind === "receiving")?.id ?? "";
  const empty = shelf.filter(({ kind, lines }) => kind === "pick" && lines.length === 0).map(({ id }) => id);
  const [first = "", second = ""] = empty;
  await depot.ask(docks, { type: "receive", sku, binId: dock, qty: 6, documentLine: `day/${sku}` });
  await depot.ask(docks, { type: "send", transferId: `day-${Date.now()}`, toZone: zoneA, toBin: first, sku, fromBin: dock, qty: 6 });
  const unitsIn = async (bin: string) =>
    (await depot.zone(zoneA)).bins.find(({ id }) => id === bin)?.lines.reduce((sum, { qty }) => sum + qty, 0);
  await expect.poll(() => unitsIn(first), { message: "the goods arrive", timeout: 30_000 }).toBe(6);
  await depot.ask(zoneA, { type: "plan-move", kind: "put-away", sku, qty: 6, fromBin: first, toBin: second });
  const task = (await depot.zone(zoneA)).tasks.find(({ kind }) => kind === "put-away")?.id ?? "";
  await depot.ask(zoneA, { type: "finish-move", taskId: task, qty: 6 });
  expect(await unitsIn(second)).toBe(6);
}

async function release(page: Page, orderRefs: string[]): Promise<void> {
  await page.goto("/warehouse/orders");
  for (const ref of orderRefs) await page.getByRole("checkbox", { name: `Choose order ${ref}` }).check();
  await page.getByRole("button", { name: /^Release to be picked/ }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "2 orders are released." })).toBeVisible();
}

async function packAndShip(page: Page, depot: Depot, orderRefs: string[]): Promise<void> {
  for (const ref of orderRefs) {
    const id = (await depot.fulfilments()).find(({ orderRef }) => orderRef === ref)?.id ?? "";
    await page.goto(`/warehouse/orders/${id}`);
    await page.getByRole("checkbox").check();
    await page.getByLabel("Weight in grams").fill("900");
    await page.getByRole("button", { name: "Close the parcel" }).click();
    await page.getByLabel("Tracking code").fill(`BR${ref.slice(-9)}`);
    await page.getByRole("button", { name: "It has left" }).click();
    await expect(page.getByText("shipped", { exact: true })).toBeVisible();
  }
}

async function count(depot: Depot): Promise<void> {
  const zoneId = depot.zones.get("B") ?? "";
  const bin = (await depot.zone(zoneId)).bins.find(({ lines, kind }) => kind === "pick" && lines.length === 1);
  if (bin === undefined) throw new Error("zone B is empty");
  const lines = bin.lines.map(({ sku, lot, plate, status, qty }) => ({
    sku: String(sku),
    lot: String(lot),
    plate: String(plate),
    status: status as "available",
    qty,
  }));
  await depot.ask(zoneId, { type: "count", binId: bin.id, lines }, { [`bin:${bin.id}`]: bin.version });
}

async function tabletOf(browser: Browser, depot: Depot, url: string, person: { name: string; tablet: string }): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: url, viewport: { width: 800, height: 1_200 } })).newPage();
  const made = await depot.call("POST", "tablets", { warehouseId: depot.warehouseId, name: person.tablet });
  await pairTablet(page, codeSchema.parse(made).code, person.name);
  return page;
}

async function expectNoDrift(depot: Depot): Promise<void> {
  for (const [code, id] of depot.zones) {
    await expect
      .poll(() => depot.call("GET", `zones/${id}/check`), { message: `books of ${code}`, timeout: 60_000 })
      .toMatchObject({ drift: [], untold: [] });
  }
  for (const vendor of vendors) {
    const drifting = async () => (await depot.stockOf(vendor)).filter(isDrift);
    await expect.poll(drifting, { message: `${vendor} shows what can be sold`, timeout: 120_000 }).toEqual([]);
  }
}

test("a depot goes through its day: goods come, both shops sell, two tablets pick, one of them offline, parcels leave, and nothing drifts", async ({
  browser,
}) => {
  // Two shops are read and told of every listing: that is minutes on a busy machine.
  test.setTimeout(900_000);
  const app = await startOwnApp();
  try {
    const depot = await openDepot(app);
    for (const vendor of vendors) await depot.call("PATCH", `channels/${depot.channels[vendor]}/stock`, { fromWarehouse: true });
    await expectNoDrift(depot);
    const sold = await soldInBoth(depot);
    const orderRefs = await sellOnBoth(depot, sold);

    const office = await browser.newContext({ baseURL: app.url, locale: "en-US" });
    const [name = "", value = ""] = depot.cookie.split("=");
    await office.addCookies([{ name, value, url: app.url }]);
    const console = await office.newPage();
    await release(console, orderRefs);
    const isPicking = async () =>
      (await depot.fulfilments()).filter(({ orderRef, state }) => orderRefs.includes(orderRef) && state === "picking").length;
    await expect.poll(isPicking, { timeout: 60_000 }).toBe(2);

    const zoneId = await zoneOfPicks(depot);
    await givePinTo(app.url, "manager@demo.test");
    const first = await tabletOf(browser, depot, app.url, { name: "João Batista", tablet: "Tablet 1" });
    const second = await tabletOf(browser, depot, app.url, { name: "Cláudia Teixeira", tablet: "Tablet 2" });
    const zoneName = zoneId === depot.zones.get("A") ? /Zona A/ : /Zona B/;
    const [task, other] = picksOf(await depot.zone(zoneId));
    if (task === undefined || other === undefined) throw new Error("two orders are two picks");
    await startPick(first, zoneName, task);
    await startPick(second, zoneName, other);
    await second.context().setOffline(true);
    await finishPick(second, other);
    await expect(second.getByText("1 to send")).toBeVisible();
    await finishPick(first, task);
    await expect(first.getByText("0 to send")).toBeVisible();
    await second.context().setOffline(false);
    await expect(second.getByText("0 to send")).toBeVisible();

    await receiveAndStore(depot, task.sku);
    await packAndShip(console, depot, orderRefs);
    await count(depot);
    await expectNoDrift(depot);
    const left = (await depot.stockOf("shopee", true)).find(({ sku }) => sku === sold.sku);
    expect(left).toMatchObject({ available: sold.available - 2 + 6, shown: sold.available - 2 + 6 });
    const tellings = async () =>
      (await depot.fulfilments()).filter(({ orderRef }) => orderRefs.includes(orderRef)).map(({ telling }) => telling);
    await expect.poll(tellings, { timeout: 60_000 }).toEqual(["told", "told"]);
  } finally {
    await app.dispose();
  }
});

async function givePinTo(url: string, email: string): Promise<void> {
  const headers = { cookie: await signIn(url, email), origin: url };
  const body = new URLSearchParams({ intent: "set-pin", pin });
  const answer = await fetch(new URL("/warehouse/tablets", url), { method: "POST", headers, body });
  expect(answer.status, "setting a PIN").toBe(200);
}

type Part = Awaited<ReturnType<Depot["zone"]>>;

async function zoneOfPicks(depot: Depot): Promise<string> {
  for (const id of depot.zones.values()) if ((await depot.zone(id)).tasks.some(({ kind }) => kind === "pick")) return id;
  throw new Error("nobody has anything to pick");
}

function picksOf({ tasks, bins, items }: Part) {
  const codeOf = (id: string | null) => bins.find((bin) => bin.id === id)?.code ?? "";
  return tasks
    .filter(({ kind }) => kind === "pick")
    .map(({ fromBin, toBin, sku }) => ({
      sku: sku ?? "",
      bin: codeOf(fromBin),
      staging: codeOf(toBin),
      item: items.find((item) => item.sku === sku)?.code ?? "",
    }));
}
