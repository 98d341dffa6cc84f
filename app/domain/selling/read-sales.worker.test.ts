import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createOrm } from "#db/client.server.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { aChannel, aListing, anOrder, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere } from "#db/writes.ts";
import { sql } from "drizzle-orm";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { orderStates } from "../channels/remote.ts";
import { countsAsSale } from "../orders/policy.ts";
import { readSalesMetrics } from "./read-sales-metrics.server.ts";
import { readSales } from "./read-sales.server.ts";
import { productQuery, salesQuery } from "./sales-queries.server.ts";

const hourMs = 3_600_000;
const inUtc = { timeZone: "UTC", currency: "BRL" };

async function anEmptyShop() {
  const home = await aWorkspace();
  await writeRows(home.id, removeWhere(orders, sql`1`), removeWhere(orderItems, sql`1`));
  const ctx = createStage().as(home, { role: "viewer" });
  return { home, ctx, channelId: home.shop.channelId };
}

type Sold = { state: (typeof orderStates)[number]; placedAt: number; totalCents: number; shop: number; isForeign: boolean };

test("the figures equal an independent sum over the rows, to the cent, per currency and day, in any time zone", async () => {
  const someOrders = fc.array(
    fc.record({
      state: fc.constantFrom(...orderStates),
      placedAt: fc.integer({ min: stageStartMs - 20 * 24 * hourMs, max: stageStartMs + 12 * hourMs }),
      totalCents: fc.integer({ min: 0, max: 9_999_999 }),
      shop: fc.nat(2),
      // Of three orders one is in another currency than its shop usually sells in.
      isForeign: fc.integer({ min: 0, max: 2 }).map((one) => one === 0),
    }),
    { maxLength: 40 },
  );
  const zones = fc.constantFrom("America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Europe/Berlin", "UTC");
  const { home, ctx } = await anEmptyShop();
  await fc.assert(
    fc.asyncProperty(someOrders, zones, fc.integer({ min: 1, max: 12 }), async (sold, timeZone, days) => {
      await writeRows(home.id, removeWhere(orders, sql`1`), removeWhere(channels, sql`1`));
      const shops = ["BRL", "BRL", "ARS"].map((currency) => ({ id: testIds.next("chn"), currency }));
      const currencyOf = ({ shop, isForeign }: Sold) => (isForeign ? "USD" : (shops[shop]?.currency ?? ""));
      const toRow = (one: Sold) => {
        const { shop, isForeign: _isForeign, ...order } = one;
        return anOrder({ ...order, channelId: shops[shop]?.id ?? "", currency: currencyOf(one) });
      };
      await writeRows(home.id, insert(channels, ...shops.map(({ id }) => aChannel({ id }))), insert(orders, ...sold.map(toRow)));
      const report = await readSales(ctx, { days }, { timeZone, currency: "BRL" });
      const today = zonedDay(stageStartMs, timeZone);
      const age = (order: Sold) => (Date.parse(today) - Date.parse(zonedDay(order.placedAt, timeZone))) / (24 * hourMs);
      for (const currency of ["BRL", "ARS", "USD"]) {
        const own = sold.filter((order) => currencyOf(order) === currency);
        const between = (low: number, high: number) => own.filter((order) => age(order) >= low && age(order) < high);
        const gmv = (rows: Sold[]) => rows.filter((order) => countsAsSale(order.state)).reduce((sum, order) => sum + order.totalCents, 0);
        const shown = report.currencies.find((one) => one.currency === currency);
        // A currency of before both periods is shown only while it is some channel's latest.
        const isShown = shown !== undefined;
        expect(isShown).toBe(between(0, 2 * days).length > 0 || (own.length > 0 && isShown));
        if (shown === undefined) continue;
        expect(shown.current.gmvCents).toBe(gmv(between(0, days)));
        expect(shown.previous.gmvCents).toBe(gmv(between(days, 2 * days)));
        expect(shown.current.cancelled).toBe(between(0, days).filter((order) => order.state === "cancelled").length);
        expect(shown.days.map((day) => day.gmvCents)).toEqual(
          Array.from({ length: days }, (_, index) => gmv(between(days - 1 - index, days - index))),
        );
        const channelSum = shown.channels.reduce((sum, channel) => sum + channel.gmvCents, 0);
        expect(channelSum).toBe(shown.current.gmvCents);
      }
    }),
    { numRuns: 20 },
  );
}, 20_000);

test("an average of no orders and a share of none are unknown, not zero", async () => {
  const { home, ctx, channelId } = await anEmptyShop();
  await writeRows(home.id, insert(orders, anOrder({ channelId, state: "unpaid" })));
  const { currencies, hasOrders } = await readSales(ctx, {}, inUtc);
  expect(hasOrders).toBe(true);
  expect(currencies[0]?.current).toMatchObject({ gmvCents: 0, orders: 0, averageCents: null, cancelledRatio: null });
});

test("a workspace without channels or orders is told apart", async () => {
  const { home, ctx } = await anEmptyShop();
  expect(await readSales(ctx, {}, inUtc)).toMatchObject({ hasChannels: true, hasOrders: false, isArriving: true, currencies: [] });
  const synced = aChannel({ id: testIds.next("chn"), accountRef: "synced", lastSyncAt: stageStartMs });
  await writeRows(home.id, removeWhere(channels, sql`1`), insert(channels, synced));
  expect(await readSales(ctx, {}, inUtc)).toMatchObject({ hasChannels: true, hasOrders: false, isArriving: false });
  await writeRows(home.id, removeWhere(channels, sql`1`));
  expect(await readSales(ctx, {}, inUtc)).toMatchObject({ hasChannels: false, hasOrders: false });
});

test("what is linked is one product across channels, what is not stays its listing, and cancelled lines count for nobody", async () => {
  const { home, ctx, channelId } = await anEmptyShop();
  const second = testIds.next("chn");
  const [productId, variantId] = [testIds.next("prd"), testIds.next("var")];
  const linked = (id: string, listingRef: string) => aListing({ channelId: id, listingRef, variantId, linkState: "linked" });
  const item = (id: string, listingRef: string, quantity: number, isCancelled = false) =>
    anOrderItem({ orderId: testIds.next("ord"), channelId: id, listingRef, quantity, unitPriceCents: 1_000, isCancelled });
  await writeRows(
    home.id,
    insert(channels, aChannel({ id: second })),
    insert(products, aProduct({ id: productId, title: "Chaleira" })),
    insert(variants, aVariant({ id: variantId, productId })),
    insert(listings, linked(channelId, "A"), linked(second, "B")),
    insert(orders, anOrder({ channelId }), anOrder({ channelId: second })),
    insert(orderItems, item(channelId, "A", 2), item(second, "B", 3), item(channelId, "C", 4), item(channelId, "C", 9, true)),
  );
  const { currencies } = await readSales(ctx, {}, inUtc);
  expect(currencies[0]?.products.map(({ key, title, gmvCents, units }) => ({ key, title, gmvCents, units }))).toEqual([
    { key: productId, title: "Chaleira", gmvCents: 5_000, units: 5 },
    { key: `${channelId}/C`, title: "Chaleira elétrica 1,8 L", gmvCents: 4_000, units: 4 },
  ]);
  const metrics = await readSalesMetrics(ctx, { by: "product" });
  expect(metrics.data.map((row) => [row.key, row.gmvCents, row.orders])).toEqual([
    [productId, 5_000, null],
    [`${channelId}/C`, 4_000, null],
  ]);
});

test("a channel that sells in two currencies has figures in each, never one sum, with the workspace's own first", async () => {
  const { home, ctx, channelId } = await anEmptyShop();
  const order = (currency: string, totalCents: number) => anOrder({ channelId, currency, totalCents, units: 1 });
  const [own, abroad] = [order("USD", 11_000), order("BRL", 700)];
  const line = (orderId: string, currency: string, unitPriceCents: number) => anOrderItem({ orderId, channelId, currency, unitPriceCents });
  await writeRows(
    home.id,
    insert(orders, own, order("BRL", 300), abroad),
    insert(orderItems, line(own.id, "USD", 11_000), line(abroad.id, "BRL", 700)),
  );
  const { currencies } = await readSales(ctx, {}, { timeZone: "UTC", currency: "USD" });
  expect(
    currencies.map(({ currency, current, channels: shops }) => [currency, current.gmvCents, current.orders, shops[0]?.gmvCents]),
  ).toEqual([
    ["USD", 11_000, 1, 11_000],
    ["BRL", 1_000, 2, 1_000],
  ]);
  expect(currencies.map(({ products: top }) => top.map((one) => one.gmvCents))).toEqual([[11_000], [700]]);
  const byChannel = await readSalesMetrics(ctx, { by: "channel" });
  expect(byChannel.data.map((row) => [row.key, row.currency, row.gmvCents, row.orders])).toEqual([
    [channelId, "USD", 11_000, 1],
    [channelId, "BRL", 1_000, 2],
  ]);
  const byProduct = await readSalesMetrics(ctx, { by: "product" });
  expect(byProduct.data.map((row) => [row.currency, row.gmvCents])).toEqual([
    ["USD", 11_000],
    ["BRL", 700],
  ]);
  const byDay = await readSalesMetrics(ctx, { by: "day" });
  const sum = (currency: string) => byDay.data.filter((row) => row.currency === currency).reduce((all, row) => all + row.gmvCents, 0);
  expect([byDay.data[0]?.currency, sum("USD"), sum("BRL")]).toEqual(["USD", 11_000, 1_000]);
});

test("programs get the same sums by day and by channel, cut where they ask", async () => {
  const { home, ctx, channelId } = await anEmptyShop();
  const at = (ms: number, totalCents: number) => anOrder({ channelId, placedAt: ms, totalCents });
  await writeRows(home.id, insert(orders, at(stageStartMs - 30 * hourMs, 100), at(stageStartMs - 2 * hourMs, 20), at(stageStartMs, 3)));
  const ask = { from: String(stageStartMs - 30 * hourMs), to: stageStartMs };
  const days = await readSalesMetrics(ctx, { ...ask, by: "day" });
  expect(days.data.map((row) => [row.key, row.gmvCents, row.orders])).toEqual([
    ["2026-11-20", 100, 1],
    ["2026-11-21", 20, 1],
  ]);
  const byChannel = await readSalesMetrics(ctx, { ...ask, by: "channel" });
  expect(byChannel).toMatchObject({ data: [{ key: channelId, gmvCents: 120, orders: 2, currency: "BRL" }], nextCursor: null });
});

test("whole hours read the sums that orders keep, all else the covering index alone, one stretch of it a day", async () => {
  const stepsOf = async (fromMs: number) => {
    const query = salesQuery(createOrm(env.DB), "wsp_1", [{ fromMs, toMs: 2 * hourMs }]).toSQL();
    const plan = await env.DB.prepare(`explain query plan ${query.sql}`)
      .bind(...query.params)
      .all<{ detail: string }>();
    return plan.results.map((step) => step.detail).filter((step) => /orders|sales_hours/.test(step));
  };
  expect(await stepsOf(1)).toEqual(["SEARCH orders USING COVERING INDEX orders_sales (workspace_id=? AND placed_at>? AND placed_at<?)"]);
  expect(await stepsOf(hourMs)).toEqual(["SEARCH sales_hours USING PRIMARY KEY (workspace_id=? AND hour_at>? AND hour_at<?)"]);
});

test("a period costs as many rows as it has orders, however long the history is", async () => {
  const { home, channelId } = await anEmptyShop();
  const history = Array.from({ length: 800 }, (_, index) => anOrder({ channelId, placedAt: stageStartMs - index * 12 * hourMs }));
  await writeRows(home.id, insert(orders, ...history));
  const query = salesQuery(createOrm(env.DB), home.id, [{ fromMs: stageStartMs - 7 * 24 * hourMs, toMs: stageStartMs }]).toSQL();
  const { meta } = await env.DB.prepare(query.sql)
    .bind(...query.params)
    .all();
  expect(meta.rows_read).toBeLessThan(60);
});

test("the best sold products are read from the sums that lines keep, with the title each was sold under last", async () => {
  const { home, channelId } = await anEmptyShop();
  const lines = Array.from({ length: 40 * 24 }, (_, index) => {
    const listingRef = index % 2 === 0 ? "A" : "B";
    const placedAt = stageStartMs - index * hourMs;
    return anOrderItem({
      orderId: "ord_a",
      channelId,
      listingRef,
      title: `${listingRef} ${index}`,
      unitPriceCents: index % 2 === 0 ? 500 : 400,
      placedAt,
    });
  });
  await writeRows(home.id, insert(orderItems, ...lines));
  const toMs = stageStartMs - (stageStartMs % (24 * hourMs));
  const query = productQuery(createOrm(env.DB), home.id, { fromMs: toMs - 30 * 24 * hourMs, toMs }, 8).toSQL();
  const statement = env.DB.prepare(query.sql).bind(...query.params);
  const { meta, results } = await statement.all();
  const last = (stageStartMs - toMs) / hourMs;
  expect(results.map((row) => [row["rank_cents"], row["rank_units"]])).toEqual([
    [180_000, 360],
    [144_000, 360],
  ]);
  const titles = results.flatMap((row) => Object.values(row).filter((value) => typeof value === "string" && /^[AB] \d+$/.test(value)));
  expect(titles).toHaveLength(2);
  expect(titles.map((title) => Number(String(title).slice(2)) - last).every((late) => late >= 0 && late <= 2)).toBe(true);
  expect(meta.rows_read).toBeLessThan(100);
});

test("asked for no span, programs get the whole days that the dashboard shows", async () => {
  const home = await aWorkspace();
  const ctx = createStage().as(home, { role: "owner" });
  const { data } = await readSalesMetrics(ctx, {});
  const today = new Date(stageStartMs).toISOString().slice(0, 10);
  const days = new Set(data.map(({ key }) => key));
  expect(days.size).toBe(30);
  expect([...days].at(-1)?.slice(0, 7)).toBe(today.slice(0, 7));
});
