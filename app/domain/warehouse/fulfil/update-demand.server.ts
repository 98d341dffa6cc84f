import { and, eq, isNull, sql } from "drizzle-orm";
import { chunks } from "#app/platform/chunks.ts";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { demandLines } from "#db/schema/fulfilment.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { zones } from "#db/schema/warehouse.ts";
import { insertOnce, type NewRow, update, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { asksToTellStock } from "../../stock-changed.ts";
import { demandChangeOf } from "./demand-change.ts";
import { giveBackFulfilment } from "./give-back-order.server.ts";
import type { DemandState } from "./states.ts";

const atOnce = 300;
const writesAtOnce = 100;
/** More than any shop has open; what is left over is found the next time. */
const maxRounds = 40;

type Standing = Awaited<ReturnType<typeof changedLines> | ReturnType<typeof endedLines>>[number];

/**
 * Brings what orders ask of the warehouse up to date: promised when they arrive, called off when they are. Looks at all
 * that is open and not at what happened, so that a lost or repeated message makes no difference.
 */
export async function updateDemand(ctx: ServiceContext): Promise<{ changed: number }> {
  requirePermission(ctx, "warehouse:write");
  if ((await ctx.db.count(zones)) === 0) return { changed: 0 };
  let changed = 0;
  for (const read of [changedLines, endedLines]) {
    for (let round = 0; round < maxRounds; round += 1) {
      const lines = await read(ctx);
      changed += await take(ctx, lines);
      if (lines.length < atOnce) break;
    }
  }
  return { changed };
}

async function take(ctx: ServiceContext, lines: readonly Standing[]): Promise<number> {
  const now = ctx.clock.now();
  const givenBack = new Set<string>();
  const writes = lines.flatMap((line): Write[] => {
    const demand = line.demand === null ? null : { ...line.demand, state: line.demand.state as DemandState };
    const change = demandChangeOf({ ...line, demand });
    if (change.kind === "give-back" && line.demand?.fulfilmentId) givenBack.add(line.demand.fulfilmentId);
    if (change.kind !== "set") return [];
    const { state, sku, quantity } = change;
    if (line.demand !== null) return [update(demandLines, line.demand, { state, sku, quantity, changedAt: now })];
    const { id, orderId, channelId, rank } = line;
    return [
      insertOnce(demandLines, { id, orderId, channelId, rank, state, sku, quantity, changedAt: now } satisfies NewRow<typeof demandLines>),
    ];
  });
  for (const part of chunks(writes, writesAtOnce)) {
    await mutate(ctx, {
      writes: part,
      audit: "mirrored",
      events: [{ type: "data.changed", area: "warehouse" }],
      asksFor: asksToTellStock(ctx.workspaceId),
    });
  }
  for (const fulfilmentId of givenBack) await giveBackFulfilment(ctx, fulfilmentId, "cancelled-by-buyer");
  return writes.length + givenBack.size;
}

const demand = {
  id: demandLines.id,
  version: demandLines.version,
  state: demandLines.state,
  sku: demandLines.sku,
  quantity: demandLines.quantity,
  fulfilmentId: demandLines.fulfilmentId,
};

/** Lines of open orders that the warehouse does not know, or knows otherwise. */
function changedLines(ctx: ServiceContext) {
  return ctx.db.read((orm, scope) =>
    orm
      .select({
        id: orderItems.id,
        orderId: orderItems.orderId,
        channelId: orderItems.channelId,
        rank: orders.placedAt,
        orderState: orders.state,
        variantId: listings.variantId,
        ordered: orderItems.quantity,
        demand,
      })
      .from(orders)
      .innerJoin(orderItems, and(eq(orderItems.orderId, orders.id), scope(orderItems)))
      .leftJoin(
        listings,
        and(
          eq(listings.channelId, orderItems.channelId),
          eq(listings.listingRef, orderItems.listingRef),
          eq(listings.modelRef, orderItems.modelRef),
          scope(listings, "led"),
        ),
      )
      .leftJoin(demandLines, and(eq(demandLines.id, orderItems.id), scope(demandLines, "led")))
      .where(
        and(
          scope(orders),
          sql`${orders.state} in ('held', 'ready')`,
          sql`(${isNull(demandLines.id)} or (${demandLines.state} in ('promised', 'waiting', 'unknown')
            and (${demandLines.sku} is not ${listings.variantId} or ${demandLines.quantity} <> ${orderItems.quantity})))`,
        ),
      )
      .orderBy(orders.placedAt)
      .limit(atOnce),
  );
}

/** Lines the warehouse still owes to orders that are no longer open. */
function endedLines(ctx: ServiceContext) {
  return ctx.db.read((orm, scope) =>
    orm
      .select({
        id: demandLines.id,
        orderId: demandLines.orderId,
        channelId: demandLines.channelId,
        rank: demandLines.rank,
        orderState: orders.state,
        variantId: demandLines.sku,
        ordered: orderItems.quantity,
        demand,
      })
      .from(demandLines)
      .leftJoin(orders, and(eq(orders.id, demandLines.orderId), scope(orders, "led")))
      .leftJoin(orderItems, and(eq(orderItems.id, demandLines.id), scope(orderItems, "led")))
      .where(
        and(
          scope(demandLines),
          sql`${demandLines.state} not in ('shipped', 'cancelled')`,
          sql`(${isNull(orders.id)} or ${isNull(orderItems.id)} or ${orders.state} not in ('held', 'ready'))`,
          sql`not (${demandLines.state} in ('released', 'picked', 'packed') and coalesce(${orders.state}, '') in ('shipped', 'delivered', 'returned'))`,
        ),
      )
      .limit(atOnce),
  );
}
