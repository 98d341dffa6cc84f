import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { testIds } from "#db/testing/basics.ts";
import { aListing, anOrder, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { watchReads } from "#db/testing/watch-reads.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, removeWhere, updateWhere } from "#db/writes.ts";
import { queryMetrics } from "./query-metrics.server.ts";
import { takenOf } from "./testing/taken-of.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const untilMs = Date.UTC(2026, 10, 28, 15, 20);

const zones = ["America/Sao_Paulo", "Europe/Berlin", "Asia/Kathmandu"] as const;
/** A listing and one of its models, or nothing; the last two are one listing that is linked to nothing. */
const offers = ["K1/a", "K1/b", "K2/", "P1/", "X1/a", "X1/b"] as const;
type Offer = (typeof offers)[number];

/** Two listings of one kettle, one with two models; a pan that can be linked to it as well; and one that no row knows. */
async function aShop(timeZone: string) {
  const home = await aWorkspace();
  await writeRows(home.id, ...[orders, orderItems, listings, products, variants].map((table) => removeWhere(table, sql`1`)));
  await writeRows(home.id, updateWhere(workspaces, eq(workspaces.id, home.id), { timeZone, currency: "BRL" }));
  const [kettle, pan] = [aProduct({ title: "Chaleira", brand: "Casa" }), aProduct({ title: "Panela", brand: "Casa" })];
  const skuOf = (product: typeof kettle, costCents: number | null) => aVariant({ productId: product.id, costCents, currency: "BRL" });
  const [kettleSku, panSku] = [skuOf(kettle, 700), skuOf(pan, 900)];
  const listed = offers.slice(0, -1).map((offer) => {
    const [listingRef = "", modelRef = ""] = offer.split("/");
    const variantId = listingRef === "X1" ? null : listingRef === "P1" ? panSku.id : kettleSku.id;
    return aListing({ channelId: home.shop.channelId, listingRef, modelRef, variantId, categoryRef: `cat-${listingRef}` });
  });
  await writeRows(home.id, insert(products, kettle, pan), insert(variants, kettleSku, panSku), insert(listings, ...listed));
  const link = (variantId: string) => writeRows(home.id, updateWhere(listings, eq(listings.listingRef, "P1"), { variantId }));
  return { home, channelId: home.shop.channelId, ctx: createStage().as(home, { role: "owner" }), kettle, pan, kettleSku, panSku, link };
}

const anyOrder = fc.record({
  placedAt: fc.integer({ min: untilMs - 200 * dayMs, max: untilMs }),
  isCancelled: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  feeCents: fc.integer({ min: 0, max: 90_000 }),
  lines: fc.array(
    fc.record({
      offer: fc.constantFrom(...offers),
      quantity: fc.integer({ min: 1, max: 4 }),
      unitPriceCents: fc.integer({ min: 100, max: 9_999 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
type AnyOrder = typeof anyOrder extends fc.Arbitrary<infer One> ? One : never;

const worthOf = (lines: AnyOrder["lines"]) => lines.reduce((sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents, 0);

function rowsOf(sold: readonly AnyOrder[], channelId: string) {
  const whole = sold.map(({ placedAt, feeCents, lines }) =>
    anOrder({ channelId, placedAt, feeCents, shippingCostCents: 900, totalCents: worthOf(lines), orderRef: testIds.next("ref") }),
  );
  const lines = sold.flatMap(({ placedAt, isCancelled, lines: own }, index) =>
    own.map(({ offer, ...line }) => {
      const [listingRef = "", modelRef = ""] = offer.split("/");
      return anOrderItem({ ...line, listingRef, modelRef, placedAt, isCancelled, orderId: whole[index]?.id ?? "", channelId });
    }),
  );
  return [insert(orders, ...whole), insert(orderItems, ...lines)];
}

/** How many of the orders have a thing of each group. */
function ordersBy(sold: readonly AnyOrder[], keyOf: (offer: Offer) => string): Record<string, number> {
  const keys = sold.flatMap(({ lines }) => [...new Set(lines.map(({ offer }) => keyOf(offer)))]);
  return Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, own]) => [key, own.length]));
}

function marginsBy(
  sold: readonly AnyOrder[],
  costOf: (offer: Offer) => number | null,
  keyOf: (offer: Offer) => string,
): Record<string, number> {
  const all: Record<string, number> = {};
  for (const { feeCents, lines } of sold) {
    const money = { totalCents: worthOf(lines), feeCents, predictedFeeCents: null, shippingCostCents: 900 };
    for (const line of lines) {
      const cost = costOf(line.offer);
      if (cost === null) continue;
      const tenThousandths = line.quantity * (line.unitPriceCents - cost) * 10_000 - takenOf(line, money);
      all[keyOf(line.offer)] = (all[keyOf(line.offer)] ?? 0) + tenThousandths;
    }
  }
  return Object.fromEntries(Object.entries(all).map(([key, sum]) => [key, Math.round(sum / 10_000)]));
}

test.each(zones)(
  "in %s orders and margins by goods equal an independent count, of orders that hold a product in several ways and after a link was made anew",
  async (timeZone) => {
    const shop = await aShop(timeZone);
    const anyDay = fc.integer({ min: 0, max: 200 }).map((ago) => zonedDay(untilMs - ago * dayMs, timeZone));
    const days = fc.tuple(anyDay, anyDay).filter(([one, other]) => one !== other);
    await fc.assert(
      fc.asyncProperty(fc.array(anyOrder, { minLength: 5, maxLength: 40 }), days, fc.boolean(), async (sold, [one, other], isPan) => {
        await writeRows(shop.home.id, removeWhere(orderItems, sql`1`), removeWhere(orders, sql`1`), ...rowsOf(sold, shop.channelId));
        await shop.link(isPan ? shop.panSku.id : shop.kettleSku.id);
        const when = one < other ? { from: one, to: other } : { from: other, to: one };
        const dayOf = ({ placedAt }: AnyOrder) => zonedDay(placedAt, timeZone);
        const inTime = sold.filter((order) => !order.isCancelled && dayOf(order) >= when.from && dayOf(order) < when.to);
        const told = async (query: Parameters<typeof queryMetrics>[1], key: string) => {
          const { rows } = await queryMetrics(shop.ctx, { ...query, when, limit: 1_000 });
          return Object.fromEntries(rows.map((row): [string, unknown] => [String(row[key]), row["value"]]));
        };
        const productOf = (offer: Offer) =>
          offer.startsWith("X1") ? `${shop.channelId}/X1` : offer === "P1/" && isPan ? shop.pan.id : shop.kettle.id;
        expect(await told({ metric: "orders", by: ["product"] }, "productId")).toEqual(ordersBy(inTime, productOf));
        const brandOf = (offer: Offer) => (offer.startsWith("X1") ? "none" : "Casa");
        expect(await told({ metric: "orders", by: ["brand"] }, "brandId")).toEqual(ordersBy(inTime, brandOf));
        const kettleOnly = [{ dimension: "product" as const, values: [shop.kettle.id] }];
        const months = await told({ metric: "orders", where: kettleOnly, grain: "month" }, "time");
        for (const [month, value] of Object.entries(months)) {
          const own = inTime.filter((order) => dayOf(order).startsWith(month.slice(0, 7)));
          expect(value, month).toBe(ordersBy(own, productOf)[shop.kettle.id] ?? 0);
        }
        const costOf = (offer: Offer) => (offer.startsWith("X1") ? null : offer === "P1/" && isPan ? 900 : 700);
        expect(await told({ metric: "gross-margin", by: ["product"] }, "productId")).toEqual(marginsBy(inTime, costOf, productOf));
      }),
      { numRuns: 8 },
    );
  },
  60_000,
);

test("orders and margins of a long time are read from what is kept: of lines no more than those of half a day at each end", async () => {
  const shop = await aShop("America/Sao_Paulo");
  const sold = Array.from({ length: 120 * 24 }, (_, index): AnyOrder => {
    const line = { offer: offers[index % 4] ?? "K2/", quantity: 1, unitPriceCents: 5_000 };
    return { placedAt: Date.UTC(2026, 10, 20) - (index + 1) * hourMs, isCancelled: false, feeCents: 500, lines: [line] };
  });
  await writeRows(shop.home.id, ...rowsOf(sold, shop.channelId));
  const { database, reads } = watchReads();
  const ctx = createStage({ database }).as(shop.home, { role: "owner" });
  const rowsRead = async (query: Parameters<typeof queryMetrics>[1]) => {
    reads.length = 0;
    const { rows } = await queryMetrics(ctx, { ...query, by: ["product"], when: { from: "2026-08-01", to: "2026-11-01" } });
    const own = reads.filter(({ sql: text }) => text.includes("sold_"));
    return { rows: rows.length, read: own.reduce((sum, one) => sum + (one.rowsRead ?? 0), 0) };
  };
  const margins = await rowsRead({ metric: "gross-margin" });
  expect(margins.rows).toBe(2);
  expect(margins.read).toBeLessThan(300);
  const counted = await rowsRead({ metric: "orders" });
  expect(counted.rows).toBe(2);
  expect(counted.read).toBeLessThan(300);
});
