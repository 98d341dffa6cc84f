import { env } from "cloudflare:workers";
import { and } from "drizzle-orm";
import { expect, test } from "vitest";
import { createOrm } from "#db/client.server.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { aListing, anOrder, anOrderItem, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { afterCursor, orderBy, orderOf } from "../sorted-page.ts";
import { exportOrders } from "./export-orders.server.ts";
import { listOrders } from "./list-orders.server.ts";
import { orderCondition } from "./order-condition.server.ts";
import { ordersCsvCells } from "./orders-csv.ts";
import { readOrder } from "./read-order.server.ts";
import { type OrderFilter, orderSorts } from "./schemas.ts";

const hourMs = 3_600_000;

type Change = Partial<Parameters<typeof anOrder>[0]> & { title?: string; sku?: string };

async function aShopWith(...changes: Change[]) {
  const home = await aWorkspace();
  const { channelId } = home.shop;
  const rows = changes.map(({ title, sku, ...change }) => {
    const order = anOrder({ id: testIds.next("ord"), channelId, ...change });
    return { order, item: anOrderItem({ orderId: order.id, channelId, title: title ?? "Panela", sku: sku ?? null }) };
  });
  await writeRows(home.id, insert(orders, ...rows.map((row) => row.order)), insert(orderItems, ...rows.map((row) => row.item)));
  const ctx = createStage().as(home, { role: "viewer" });
  const refs = async (input: Parameters<typeof listOrders>[1]) => (await listOrders(ctx, input)).data.map((order) => order.orderRef);
  return { home, ctx, refs };
}

test("a search finds numbers, buyers, products and SKUs, accents or not, and only in one's own workspace", async () => {
  const { refs } = await aShopWith(
    { orderRef: "900100", buyerName: "João Conceição" },
    { orderRef: "900200", packRef: "PACK77", title: "Frigideira antiaderente", sku: "FRI-24" },
  );
  await aShopWith({ orderRef: "900300", buyerName: "João Outro" });
  expect(await refs({ search: "joao" })).toEqual(["900100"]);
  expect(await refs({ search: "frigid" })).toEqual(["900200"]);
  expect(await refs({ search: "FRI-24" })).toEqual(["900200"]);
  expect(await refs({ search: "pack77" })).toEqual(["900200"]);
  expect(await refs({ search: "9001" })).toEqual(["900100"]);
  expect(await refs({ search: "%" })).toEqual([]);
});

test("filters narrow by state, period, lateness and who cancelled", async () => {
  const { refs } = await aShopWith(
    { orderRef: "a", state: "ready", shipBy: stageStartMs - 1, placedAt: 1_000 },
    { orderRef: "b", state: "ready", shipBy: stageStartMs + hourMs, placedAt: 2_000 },
    { orderRef: "c", state: "shipped", isLate: true, placedAt: 3_000 },
    { orderRef: "d", state: "cancelled", cancelledBy: "buyer", placedAt: 4_000 },
    { orderRef: "e", state: "cancelled", cancelledBy: "seller", placedAt: 5_000 },
  );
  expect(await refs({ late: "1" })).toEqual(["a"]);
  expect(await refs({ cancelledBy: "seller" })).toEqual(["e"]);
  expect(await refs({ state: "cancelled" })).toEqual(["e", "d"]);
  expect(await refs({ from: 2_000, to: 4_000 })).toEqual(["c", "b"]);
  expect(await refs({ state: "ready", cancelledBy: "buyer" })).toEqual([]);
});

test("pages of every sort follow each other without a gap or a repeat, equal values included", async () => {
  const { ctx } = await aShopWith(
    ...Array.from({ length: 23 }, (_, index) => ({ totalCents: 1_000 * (index % 3), placedAt: 1_000 * (index % 4) })),
  );
  for (const sort of orderSorts) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOrders(ctx, { sort, limit: 5, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.data.map((order) => order.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size, sort).toBe(24);
    expect(seen, sort).toHaveLength(24);
  }
  const byTotal = await listOrders(ctx, { sort: "-total", limit: 2 });
  await expect(listOrders(ctx, { sort: "total", cursor: byTotal.nextCursor ?? "" })).rejects.toMatchObject({ code: "invalid" });
});

test("orders of one cart say how many share the parcel, and each opens the whole of it", async () => {
  const pack = { packRef: "PACK1", placedAt: stageStartMs };
  const { ctx } = await aShopWith(
    { ...pack, orderRef: "p1", title: "Panela" },
    { ...pack, orderRef: "p2", title: "Tampa" },
    { ...pack, orderRef: "p3", title: "Colher" },
  );
  const { data } = await listOrders(ctx, { search: "pack1" });
  expect(data.map((order) => order.packOrders)).toEqual([3, 3, 3]);
  const detail = await readOrder(ctx, { id: data.find((order) => order.orderRef === "p1")?.id ?? "" });
  expect(detail.pack.map((order) => [order.orderRef, order.lines.map((line) => line.title)])).toEqual([
    ["p2", ["Tampa"]],
    ["p3", ["Colher"]],
  ]);
});

test("an order shows the listing, product and cost behind each line, and what they leave", async () => {
  const { home, ctx } = await aShopWith({});
  const { channelId } = home.shop;
  const [order, productId, variantId] = [anOrder({ channelId, shippingCostCents: 1_000 }), testIds.next("prd"), testIds.next("var")];
  const listing = aListing({ channelId, listingRef: "MLB9", variantId, linkState: "linked" });
  await writeRows(
    home.id,
    insert(products, aProduct({ id: productId, title: "Chaleira" })),
    insert(variants, aVariant({ id: variantId, productId, sku: "CH-1", costCents: 8_000 })),
    insert(listings, listing),
    insert(orders, order),
    insert(orderItems, anOrderItem({ orderId: order.id, channelId, listingRef: "MLB9", title: "Chaleira preta", sku: "VENDOR" })),
  );
  const detail = await readOrder(ctx, { id: order.id });
  expect(detail.lines).toMatchObject([
    {
      title: "Chaleira preta",
      sku: "VENDOR",
      listing: { id: listing.id, permalink: listing.permalink },
      product: { id: productId, title: "Chaleira", sku: "CH-1" },
      costCents: 8_000,
      costCurrency: "BRL",
    },
  ]);
  expect(detail.money.margin).toMatchObject({ kind: "known", cents: 18_990 - 2_279 - 1_000 - 8_000, rule: "parts" });
});

test("an export brings every order, and no cell of it runs as a formula", async () => {
  const { ctx } = await aShopWith(...Array.from({ length: 250 }, () => ({ buyerName: "=1+1", feeCents: null })));
  const cells: unknown[][] = [];
  for await (const order of await exportOrders(ctx, { search: undefined })) cells.push(ordersCsvCells(order, "Loja", "UTC"));
  expect(cells).toHaveLength(251);
  expect(cells[0]?.slice(7, 12)).toEqual(["BRL", "189.90", "189.90", null, "22.79"]);
});

const filters: Record<string, OrderFilter> = {
  none: {},
  state: { state: "delivered" },
  channel: { channelId: "chn_1" },
  "state and channel": { state: "ready", channelId: "chn_1" },
  late: { late: "1" },
  "late and channel": { late: "1", channelId: "chn_1" },
  "cancelled by": { cancelledBy: "buyer" },
  period: { from: 1, to: 2 },
  "state and period": { state: "ready", from: 1, to: 2 },
  search: { search: "chaleira" },
  "search and state": { search: "chaleira", state: "ready" },
};

test.each(Object.entries(filters))("the list narrowed by %s is found by an index in every sort", async (_name, filter) => {
  for (const sort of orderSorts) {
    const order = orderOf({ placed: orders.placedAt, total: orders.totalCents }, sort);
    const { data, nextCursor } = await listOrders((await aShopWith({}, {})).ctx, { sort, limit: 1 });
    expect(data).toHaveLength(1);
    const query = createOrm(env.DB)
      .select()
      .from(orders)
      .where(and(orderCondition("wsp_1", filter, 5), afterCursor(order, orders.id, nextCursor ?? undefined)))
      .orderBy(...orderBy(order, orders.id))
      .limit(51)
      .toSQL();
    const text = query.sql.replace(" where ", " where workspace_id = 'wsp_1' and ");
    const plan = await env.DB.prepare(`explain query plan ${text}`)
      .bind(...query.params)
      .all<{ detail: string }>();
    const steps = plan.results.map((step) => step.detail);
    expect(steps.filter((step) => /^SCAN (orders|order_items|found|line)\b/.test(step))).toEqual([]);
    expect(
      steps.some((step) => /^SEARCH orders USING (COVERING )?INDEX (orders_|sqlite_autoindex)/.test(step)),
      steps.join("; "),
    ).toBe(true);
  }
});

test("a page of a long list costs about as many rows as it shows", async () => {
  const long = await aShopWith(
    ...Array.from({ length: 1_500 }, (_, index) => ({
      state: ["delivered", "shipped", "ready"][index % 3] ?? "ready",
      placedAt: stageStartMs - index * hourMs,
      totalCents: 1_000 + index,
    })),
  );
  const orm = createOrm(env.DB);
  const cases: { filter: OrderFilter; sort: string }[] = [
    { filter: {}, sort: "-placed" },
    { filter: {}, sort: "total" },
    { filter: { state: "delivered" }, sort: "-placed" },
    { filter: { channelId: long.home.shop.channelId }, sort: "-placed" },
    { filter: { from: stageStartMs - 100 * hourMs, to: stageStartMs }, sort: "placed" },
  ];
  for (const { filter, sort } of cases) {
    const order = orderOf({ placed: orders.placedAt, total: orders.totalCents }, sort);
    const query = orm
      .select()
      .from(orders)
      .where(and(orderCondition(long.home.id, filter, stageStartMs)))
      .orderBy(...orderBy(order, orders.id))
      .limit(51)
      .toSQL();
    const text = query.sql.includes(" where ")
      ? query.sql.replace(" where ", " where workspace_id = ? and ")
      : query.sql.replace(" order by", " where workspace_id = ? order by");
    const { meta } = await env.DB.prepare(text)
      .bind(long.home.id, ...query.params)
      .all();
    expect(meta.rows_read, JSON.stringify({ filter, sort })).toBeLessThan(160);
  }
});
