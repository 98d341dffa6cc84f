import { and, count, sql } from "drizzle-orm";
import type { z } from "zod";
import { orderItems, orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { isSearch } from "../search.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { orderCondition } from "./order-condition.server.ts";
import { isLateNow } from "./policy.ts";
import { ordersInputSchema } from "./schemas.ts";

type OrderColumns = typeof orders.$inferSelect;

export type OrderItemLine = { title: string; sku: string | null; quantity: number; unitPriceCents: number };

/** An order as lists tell it. Amounts are in minor units of the currency; null is "not known", never nothing. */
export type OrderSummary = Pick<
  OrderColumns,
  | "id"
  | "channelId"
  | "orderRef"
  | "packRef"
  | "state"
  | "vendorStatus"
  | "currency"
  | "totalCents"
  | "paidCents"
  | "units"
  | "feeCents"
  | "predictedFeeCents"
  | "shippingCostCents"
  | "settledCents"
  | "buyerName"
  | "cancelledBy"
  | "shipmentStatus"
  | "shipBy"
  | "placedAt"
  | "remoteUpdatedAt"
> & {
  /** It should have left by now, and has not. */
  isLate: boolean;
  /** How many orders of one cart travel in this parcel, this one included. */
  packOrders: number;
  items: OrderItemLine[];
};

const sortColumns = { placed: orders.placedAt, total: orders.totalCents };

/** Orders of all channels, the latest first. */
export async function listOrders(ctx: ServiceContext, input: z.input<typeof ordersInputSchema> = {}): Promise<Page<OrderSummary>> {
  requirePermission(ctx, "orders:read");
  const { limit, cursor, sort, ...filter } = parseInput(ordersInputSchema, input);
  const order = orderOf(sortColumns, sort);
  const nowMs = ctx.clock.now();
  const rows = await ctx.db.all(orders, {
    where: and(orderCondition(ctx.workspaceId, filter, nowMs), afterCursor(order, orders.id, cursor)),
    orderBy: orderBy(order, orders.id),
    limit: limit + 1,
    isLed: isSearch(filter.search),
  });
  const page = toSortedPage(rows, limit, order, (row) => (order.column === orders.totalCents ? row.totalCents : row.placedAt));
  return { data: await withLines(ctx, page.data, nowMs), nextCursor: page.nextCursor };
}

/** What belongs to the orders of a page: their lines, and how many share a parcel. */
async function withLines(ctx: ServiceContext, rows: readonly OrderColumns[], nowMs: number): Promise<OrderSummary[]> {
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map((row) => row.id));
  const packs = JSON.stringify([...new Set(rows.filter((row) => row.packRef !== row.orderRef).map((row) => row.packRef))]);
  const [lines, sizes] = await ctx.db.read((orm, scope) =>
    orm.batch([
      orm
        .select()
        .from(orderItems)
        .where(and(scope(orderItems), sql`${orderItems.orderId} in (select value from json_each(${ids}))`))
        // By the sign the planner knows to look orders up, and not to walk all items in this order.
        .orderBy(sql`+${orderItems.id}`),
      orm
        .select({ packRef: orders.packRef, channelId: orders.channelId, size: count() })
        .from(orders)
        .where(and(scope(orders), sql`${orders.packRef} in (select value from json_each(${packs}))`))
        .groupBy(orders.packRef, orders.channelId),
    ]),
  );
  return rows.map((row) => ({
    ...toSummary(row, nowMs),
    packOrders: sizes.find((pack) => pack.packRef === row.packRef && pack.channelId === row.channelId)?.size ?? 1,
    items: lines
      .filter((line) => line.orderId === row.id)
      .map(({ title, sku, quantity, unitPriceCents }) => ({ title, sku, quantity, unitPriceCents })),
  }));
}

export function toSummary(row: OrderColumns, nowMs: number): Omit<OrderSummary, "items" | "packOrders"> {
  const { id, channelId, orderRef, packRef, state, vendorStatus, currency, totalCents, paidCents, units } = row;
  const { feeCents, predictedFeeCents, shippingCostCents, settledCents } = row;
  const { buyerName, cancelledBy, shipmentStatus, shipBy, placedAt, remoteUpdatedAt } = row;
  return {
    id,
    channelId,
    orderRef,
    packRef,
    state,
    vendorStatus,
    currency,
    totalCents,
    paidCents,
    units,
    feeCents,
    predictedFeeCents,
    shippingCostCents,
    settledCents,
    buyerName,
    cancelledBy,
    shipmentStatus,
    shipBy,
    placedAt,
    remoteUpdatedAt,
    isLate: isLateNow(row, nowMs),
  };
}
