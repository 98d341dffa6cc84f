import { and, eq, sql, type SQL } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { orderEvents, orderItems, orders } from "#db/schema/orders.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { ensure, insertOnce, merge, removeWhere, updateByIds, type Write } from "#db/writes.ts";
import { findChannel } from "../channels/open-channel.server.ts";
import type { VendorId } from "../channels/ports.ts";
import type { RemoteOrder } from "../channels/remote.ts";
import { whileActive } from "../channels/while-active.server.ts";
import type { ServiceContext } from "../context.ts";
import { asksForDemand } from "../warehouse/fulfil/events.ts";
import { type OrderRows, saysMore, toldOnce, toOrderRows } from "./order-rows.ts";

type KnownOrder = typeof orders.$inferSelect;

/** Two readers of the same orders meet rarely; three times in a row means that something else is wrong. */
const maxAttempts = 3;

/**
 * Takes over orders as the vendor tells them. The vendor's clock decides: an older version never replaces a newer one,
 * however often and in whichever order they come; each version seen is one row of the order's history.
 */
export async function storeOrders(ctx: ServiceContext, input: { channelId: string; orders: RemoteOrder[] }): Promise<{ changed: number }> {
  const channel = await findChannel(ctx, input.channelId);
  const refs = [...new Set(input.orders.map((order) => order.orderRef))];
  if (refs.length === 0) return { changed: 0 };
  for (let attempt = 1; ; attempt += 1) {
    const known = await readKnown(ctx, channel.id, refs);
    const market = { channelId: channel.id, vendor: channel.vendor, site: channel.site };
    const plan = planWrites(ctx, input.orders, known, market);
    try {
      await mutate(ctx, {
        writes: [whileActive(channel.id), ensure(isUnchanged(ctx, channel.id, refs, known)), ...plan.writes],
        audit: "mirrored",
        ...(plan.changed === 0 ? {} : { events: [{ type: "data.changed", area: "orders" }], asksFor: asksForDemand(ctx.workspaceId) }),
      });
      return { changed: plan.changed };
    } catch (error) {
      if (!(error instanceof StaleWriteError) || attempt === maxAttempts) throw error;
    }
  }
}

async function readKnown(ctx: ServiceContext, channelId: string, refs: readonly string[]): Promise<Map<string, KnownOrder>> {
  const rows = await ctx.db.all(orders, {
    where: and(eq(orders.channelId, channelId), sql`${orders.orderRef} in (select value from json_each(${JSON.stringify(refs)}))`),
    isLed: true,
  });
  return new Map(rows.map((row) => [row.orderRef, row]));
}

/** Lines carry no clock of their own: they may only be written beside the version of the order that was read. */
function isUnchanged(ctx: ServiceContext, channelId: string, refs: readonly string[], known: Map<string, KnownOrder>): SQL {
  const versions = [...known.values()].reduce((sum, row) => sum + row.version, 0);
  return sql`(select count(*) || '/' || coalesce(sum(${orders.version}), 0) from ${orders}
    where +${orders.workspaceId} = ${ctx.workspaceId} and ${orders.channelId} = ${channelId}
    and ${orders.orderRef} in (select value from json_each(${JSON.stringify(refs)}))) = ${`${known.size}/${versions}`}`;
}

type Market = { channelId: string; vendor: VendorId; site: string };

function planWrites(
  ctx: ServiceContext,
  remote: readonly RemoteOrder[],
  known: Map<string, KnownOrder>,
  market: Market,
): { writes: Write[]; changed: number } {
  const nowMs = ctx.clock.now();
  const ids = new Map([...known].map(([ref, row]) => [ref, row.id]));
  const newest = new Map<string, OrderRows>();
  const events: OrderRows["event"][] = [];
  for (const order of remote) {
    const orderId = ids.get(order.orderRef) ?? ctx.ids.next("ord");
    ids.set(order.orderRef, orderId);
    const rows = toOrderRows(order, market, nowMs, { orderId });
    events.push(rows.event);
    const other = newest.get(order.orderRef);
    if (other === undefined || rows.order.remoteUpdatedAt >= other.order.remoteUpdatedAt) newest.set(order.orderRef, rows);
  }
  const current = [...newest.values()].filter(({ order }) => order.remoteUpdatedAt >= (known.get(order.orderRef)?.remoteUpdatedAt ?? 0));
  const changed = current.filter(({ order }) => {
    const before = known.get(order.orderRef);
    return before === undefined || saysMore(before, order);
  });
  const same = current.filter((rows) => !changed.includes(rows)).map(({ order }) => order.id);
  return {
    writes: [...mirrorWrites(changed, known), ...confirmWrites(same, nowMs), insertOnce(orderEvents, ...events)],
    changed: changed.length,
  };
}

function mirrorWrites(changed: readonly OrderRows[], known: Map<string, KnownOrder>): Write[] {
  if (changed.length === 0) return [];
  const items = changed.flatMap((rows) => rows.items);
  const readAgain = changed.filter(({ order }) => known.has(order.orderRef)).map(({ order }) => order.id);
  const lineIds = JSON.stringify(items.map((item) => item.id));
  const orderIds = JSON.stringify(readAgain);
  const goneLines = sql`${orderItems.orderId} in (select value from json_each(${orderIds}))
    and ${orderItems.id} not in (select value from json_each(${lineIds}))`;
  return [
    merge(
      orders,
      { key: ["channelId", "orderRef"], newest: "remoteUpdatedAt", keep: ["predictedFeeCents"], fill: [...toldOnce] },
      changed.map(({ order }) => order),
    ),
    ...(readAgain.length === 0 ? [] : [removeWhere(orderItems, goneLines)]),
    merge(orderItems, { key: ["id"], newest: "placedAt", fill: ["feeCents"] }, items),
  ];
}

/** Read again and found the same: only the time of reading moves on. */
function confirmWrites(ids: readonly string[], nowMs: number): Write[] {
  if (ids.length === 0) return [];
  return [updateByIds(orders, ids, { readAt: nowMs })];
}
