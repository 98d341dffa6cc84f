import fc from "fast-check";
import { expect, test } from "vitest";
import { eq, sql } from "drizzle-orm";
import { workspaces } from "#db/schema/accounts.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { dayOfWeek, zonedDay, zonedStamp } from "#app/platform/zoned-days.ts";
import { orderStates } from "../channels/remote.ts";
import { countsAsSale } from "../orders/policy.ts";
import { readSales } from "../selling/read-sales.server.ts";
import { explainChange } from "./explain-change.server.ts";
import { queryMetrics } from "./query-metrics.server.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zones = ["America/Sao_Paulo", "Asia/Kathmandu", "Europe/Berlin", "UTC"] as const;

/** A shop with nothing sold, two channels, and two products of which one is on offer on both channels. */
async function aShop(timeZone: (typeof zones)[number] = "UTC") {
  const home = await aWorkspace();
  await writeRows(
    home.id,
    ...[orders, orderItems, listings, products, variants, channels].map((table) => removeWhere(table, sql`1`)),
    updateWhere(workspaces, eq(workspaces.id, home.id), { timeZone, currency: "BRL" }),
  );
  const [one, two] = [testIds.next("chn"), testIds.next("chn")];
  const [kettle, pan] = [testIds.next("prd"), testIds.next("prd")];
  const [kettleSku, panSku] = [testIds.next("var"), testIds.next("var")];
  const offer = (channelId: string, listingRef: string, variantId: string | null) =>
    aListing({ channelId, listingRef, variantId, linkState: variantId === null ? "unlinked" : "linked", categoryRef: `cat-${listingRef}` });
  await writeRows(
    home.id,
    insert(channels, aChannel({ id: one, name: "Loja Um" }), aChannel({ id: two, name: "Loja Dois", vendor: "shopee" })),
    insert(products, aProduct({ id: kettle, title: "Chaleira", brand: "Casa" }), aProduct({ id: pan, title: "Panela", brand: "Fogo" })),
    insert(variants, aVariant({ id: kettleSku, productId: kettle, costCents: 500 }), aVariant({ id: panSku, productId: pan, costCents: null })),
    insert(listings, offer(one, "K1", kettleSku), offer(two, "K2", kettleSku), offer(one, "P1", panSku), offer(two, "X2", null)),
  );
  const ctx = createStage().as(home, { role: "owner" });
  return { home, ctx, one, two, kettle, pan, kettleSku, panSku };
}

type Shop = Awaited<ReturnType<typeof aShop>>;
const refs = { K1: "one", P1: "one", K2: "two", X2: "two" } as const;
const anySale = fc.record({
  ref: fc.constantFrom("K1", "P1", "K2", "X2" as const),
  state: fc.constantFrom(...orderStates),
  placedAt: fc.integer({ min: stageStartMs - 40 * dayMs, max: stageStartMs }),
  quantity: fc.integer({ min: 1, max: 4 }),
  unitPriceCents: fc.integer({ min: 100, max: 9_999 }),
  buyerRef: fc.constantFrom("ana", "bia"),
  isForeign: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
});
type Sale = typeof anySale extends fc.Arbitrary<infer One> ? One : never;

async function sell(shop: Shop, sales: readonly Sale[]): Promise<void> {
  await writeRows(shop.home.id, removeWhere(orders, sql`1`), removeWhere(orderItems, sql`1`));
  const rows = sales.map(({ ref, state, placedAt, quantity, unitPriceCents, buyerRef, isForeign }) => {
    const channelId = shop[refs[ref]];
    const currency = isForeign ? "USD" : "BRL";
    const order = anOrder({ channelId, state, placedAt, units: quantity, totalCents: quantity * unitPriceCents, currency, buyerRef });
    const line = { orderId: order.id, channelId, listingRef: ref, quantity, unitPriceCents, placedAt, currency };
    return { order, item: anOrderItem({ ...line, isCancelled: !countsAsSale(state) }) };
  });
  if (rows.length === 0) return;
  await writeRows(shop.home.id, insert(orders, ...rows.map(({ order }) => order)), insert(orderItems, ...rows.map(({ item }) => item)));
}

const gmvOf = (sales: readonly Sale[]) => sales.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);

test("what was sold equals an independent sum, in any zone: by day, channel, product, brand, weekday and hour, per currency", async () => {
  const shops = new Map<string, Shop>();
  for (const timeZone of zones) shops.set(timeZone, await aShop(timeZone));
  await fc.assert(
    fc.asyncProperty(fc.array(anySale, { maxLength: 30 }), fc.constantFrom(...zones), async (sales, timeZone) => {
      const shop = shops.get(timeZone);
      if (shop === undefined) return;
      await sell(shop, sales);
      const dayOf = (sale: Sale) => zonedDay(sale.placedAt, timeZone);
      const [from, to] = [zonedDay(stageStartMs - 20 * dayMs, timeZone), zonedDay(stageStartMs - dayMs, timeZone)];
      const inTime = sales.filter((sale) => countsAsSale(sale.state) && dayOf(sale) >= from && dayOf(sale) < to);
      const when = { from, to };
      const home = inTime.filter(({ isForeign }) => !isForeign);
      const days = await queryMetrics(shop.ctx, { metric: "gmv", grain: "day", when });
      expect(days.totals.find(({ currency }) => currency === "BRL")?.value ?? 0).toBe(gmvOf(home));
      expect(days.totals.find(({ currency }) => currency === "USD")?.value ?? 0).toBe(gmvOf(inTime.filter(({ isForeign }) => isForeign)));
      for (const row of days.rows) {
        const own = inTime.filter((sale) => dayOf(sale) === row["time"] && (sale.isForeign ? "USD" : "BRL") === (row["currency"] ?? days.totals[0]?.currency));
        expect(row["value"]).toBe(gmvOf(own));
      }
      const channelOf = ({ ref }: Sale) => shop[refs[ref]];
      const productOf = ({ ref }: Sale) => (ref === "X2" ? `${shop.two}/X2` : ref === "P1" ? shop.pan : shop.kettle);
      const brandOf = ({ ref }: Sale) => (ref === "X2" ? "none" : ref === "P1" ? "Fogo" : "Casa");
      const splits = [
        ["channel", channelOf],
        ["product", productOf],
        ["brand", brandOf],
        ["weekday", (sale: Sale) => String(dayOfWeek(dayOf(sale)))],
        ["hour-of-day", (sale: Sale) => zonedStamp(sale.placedAt, timeZone).slice(11, 13)],
      ] as const;
      for (const [dimension, keyOf] of splits) {
        const [units, counted] = await Promise.all([
          queryMetrics(shop.ctx, { metric: "units-sold", by: [dimension], when }),
          queryMetrics(shop.ctx, { metric: "orders", by: [dimension], when }),
        ]);
        const expected = Map.groupBy(inTime, keyOf);
        const told = (rows: typeof units.rows) => Object.fromEntries(rows.map((row) => [row[`${dimension}Id`], row["value"]]));
        expect(told(units.rows)).toEqual(Object.fromEntries([...expected].map(([key, own]) => [key, own.reduce((sum, one) => sum + one.quantity, 0)])));
        expect(told(counted.rows)).toEqual(Object.fromEntries([...expected].map(([key, own]) => [key, own.length])));
        expect(counted.totals[0]?.value).toBe(inTime.length);
      }
      const buyers = await queryMetrics(shop.ctx, { metric: "buyers", by: ["channel"], when });
      expect(buyers.totals[0]?.value).toBe(new Set(inTime.map((sale) => `${channelOf(sale)}/${sale.buyerRef}`)).size);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("rows are compared with the stretch before, ordered, narrowed and cut as asked", async () => {
  const shop = await aShop();
  const sale = (ref: Sale["ref"], daysAgo: number, quantity: number): Sale => ({
    ref,
    state: "ready",
    placedAt: stageStartMs - daysAgo * dayMs,
    quantity,
    unitPriceCents: 1_000,
    buyerRef: "ana",
    isForeign: false,
  });
  await sell(shop, [sale("K1", 1, 3), sale("P1", 2, 1), sale("K1", 8, 1), sale("X2", 9, 5)]);
  const week = { when: { from: zonedDay(stageStartMs - 7 * dayMs, "UTC"), to: zonedDay(stageStartMs, "UTC") }, compare: "previous" } as const;
  const byProduct = await queryMetrics(shop.ctx, { metric: "units-sold", by: ["product"], ...week });
  expect(byProduct.rows.map((row) => [row["product"], row["value"], row["compared"], row["change"]])).toEqual([
    ["Chaleira", 3, 1, 2],
    ["Panela", 1, 0, null],
    [expect.any(String), 0, 5, -1],
  ]);
  expect(byProduct.totals).toEqual([{ currency: null, value: 4, compared: 6 }]);
  const least = await queryMetrics(shop.ctx, { metric: "units-sold", by: ["product"], ...week, order: { by: "change", isDescending: false }, limit: 1 });
  expect(least.rows.map((row) => row["value"])).toEqual([0]);
  expect(least.isCut).toBe(true);
  const some = await queryMetrics(shop.ctx, { metric: "gmv", by: ["product"], ...week, having: { atLeast: 2_000 } });
  expect(some.rows.map((row) => [row["productId"], row["value"]])).toEqual([[shop.kettle, 3_000]]);
  const only = await queryMetrics(shop.ctx, { metric: "gmv", ...week, where: [{ dimension: "channel", values: [shop.two], isNot: true }] });
  expect(only.totals[0]).toEqual({ currency: "BRL", value: 4_000, compared: 1_000 });
  const average = await queryMetrics(shop.ctx, { metric: "average-order-value", ...week });
  expect(average.rows).toEqual([{ value: 2_000, compared: 3_000, change: -1 / 3 }]);
});

test("nothing sold is nothing, in every piece of time; and a share of nothing is unknown", async () => {
  const shop = await aShop();
  const when = { from: "2026-03-01", to: "2026-03-04" };
  const days = await queryMetrics(shop.ctx, { metric: "gmv", grain: "day", when });
  expect(days.rows).toEqual(["2026-03-01", "2026-03-02", "2026-03-03"].map((time) => ({ time, value: 0 })));
  expect(days.totals).toEqual([{ currency: "BRL", value: 0, compared: null }]);
  const rate = await queryMetrics(shop.ctx, { metric: "cancellation-rate", when });
  expect(rate.rows).toEqual([{ value: null }]);
  expect((await queryMetrics(shop.ctx, { metric: "gmv", by: ["channel"], when })).rows).toEqual([]);
});

test("margins leave out what nobody knows the cost of, and days of cover are what can be sold by what was sold a day", async () => {
  const shop = await aShop();
  const base = { state: "ready", placedAt: stageStartMs - 3 * dayMs, buyerRef: "ana", isForeign: false } as const;
  await sell(shop, [
    { ...base, ref: "K1", quantity: 14, unitPriceCents: 2_000 },
    { ...base, ref: "P1", quantity: 2, unitPriceCents: 9_000 },
  ]);
  const margin = await queryMetrics(shop.ctx, { metric: "gross-margin" });
  // 14 × (20.00 − 5.00), less the 22.79 that the order was charged.
  expect(margin.totals[0]?.value).toBe(14 * 1_500 - 2_279);
  const row = { zoneId: shop.home.shop.zoneId, onHold: 1, damaged: 1, inTransit: 0, seq: 1, toldAt: stageStartMs };
  await writeRows(shop.home.id, insert(zoneStock, { ...row, id: testIds.next("zst"), sku: shop.kettleSku, onHand: 10, reserved: 3 }));
  const cover = await queryMetrics(shop.ctx, { metric: "days-of-cover", by: ["sku"], having: { atMost: 10.5 } });
  // Five can be sold, and half a one was sold a day; of the pan ten, of which two went in four weeks.
  expect(cover.rows.map((one) => [one["skuId"], one["value"]])).toEqual([[shop.kettleSku, 10]]);
  const all = await queryMetrics(shop.ctx, { metric: "days-of-cover", by: ["sku"], order: { by: "value", isDescending: true } });
  expect(all.rows.map((one) => one["value"])).toEqual([140, 10]);
});

test("the overview and the layer tell the same numbers", async () => {
  const shop = await aShop("America/Sao_Paulo");
  await fc.assert(
    fc.asyncProperty(fc.array(anySale, { maxLength: 25 }), fc.integer({ min: 1, max: 20 }), async (sales, length) => {
      await sell(shop, sales);
      const report = await readSales(shop.ctx, { days: length }, { timeZone: "America/Sao_Paulo", currency: "BRL" });
      const when = { from: report.period.from, to: zonedDay(Date.parse(`${report.period.to}T00:00:00Z`) + dayMs, "UTC") };
      const [gmv, gmvByChannel, gmvByDay, average, byProduct] = await Promise.all([
        queryMetrics(shop.ctx, { metric: "gmv", when }),
        queryMetrics(shop.ctx, { metric: "gmv", by: ["channel"], when }),
        queryMetrics(shop.ctx, { metric: "gmv", grain: "day", when, limit: 1_000 }),
        queryMetrics(shop.ctx, { metric: "average-order-value", when }),
        queryMetrics(shop.ctx, { metric: "gmv", by: ["product"], when, limit: 1_000 }),
      ]);
      for (const shown of report.currencies) {
        const total = gmv.totals.find(({ currency }) => currency === shown.currency);
        expect(total?.value ?? 0).toBe(shown.current.gmvCents);
        expect(average.totals.find(({ currency }) => currency === shown.currency)?.value ?? null).toBe(shown.current.averageCents);
        const own = (rows: typeof gmv.rows, currencies: number) =>
          rows.filter((row) => currencies < 2 || row["currency"] === shown.currency).filter(() => gmv.totals.some(({ currency }) => currency === shown.currency));
        for (const channel of shown.channels) {
          const row = own(gmvByChannel.rows, gmvByChannel.totals.length).find((one) => one["channelId"] === channel.id);
          expect(row?.["value"] ?? 0).toBe(channel.gmvCents);
        }
        for (const day of shown.days) {
          const row = own(gmvByDay.rows, gmvByDay.totals.length).find((one) => one["time"] === day.day);
          expect(row?.["value"] ?? 0).toBe(day.gmvCents);
        }
        for (const product of shown.products) {
          const row = own(byProduct.rows, byProduct.totals.length).find((one) => one["productId"] === product.key);
          expect(row?.["value"]).toBe(product.gmvCents);
        }
      }
      const [counted, units, cancelled] = await Promise.all(
        (["orders", "units-sold", "cancelled-orders"] as const).map((metric) => queryMetrics(shop.ctx, { metric, when })),
      );
      const sum = (field: "orders" | "units" | "cancelled") => report.currencies.reduce((all, one) => all + one.current[field], 0);
      expect([counted, units, cancelled].map((one) => one?.totals[0]?.value)).toEqual([sum("orders"), sum("units"), sum("cancelled")]);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("why a number moved adds up: channels, products and factors each give the whole difference", async () => {
  const shop = await aShop();
  await fc.assert(
    fc.asyncProperty(fc.array(anySale, { maxLength: 25 }), async (sales) => {
      await sell(shop, sales.map((sale) => ({ ...sale, isForeign: false })));
      const when = { from: zonedDay(stageStartMs - 14 * dayMs, "UTC"), to: zonedDay(stageStartMs, "UTC") };
      for (const metric of ["gmv", "orders", "average-order-value", "cancellation-rate"] as const) {
        const told = await explainChange(shop.ctx, { metric, when });
        const difference = told.after - told.before;
        for (const { drivers, rest } of told.byDimension) {
          expect(drivers.reduce((sum, { contribution }) => sum + contribution, 0) + rest).toBeCloseTo(difference, 6);
        }
        if (told.factors.length > 0) expect(told.factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(difference);
        const [total] = (await queryMetrics(shop.ctx, { metric, when, compare: "previous" })).totals;
        expect([told.before, told.after]).toEqual([total?.compared ?? 0, total?.value ?? 0]);
      }
    }),
    { numRuns: 8 },
  );
}, 60_000);
