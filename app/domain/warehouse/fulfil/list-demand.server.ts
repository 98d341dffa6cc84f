import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { channels } from "#db/schema/channels.ts";
import { demandLines } from "#db/schema/fulfilment.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import type { Page } from "../../paging.ts";
import { readAvailability } from "../read-availability.server.ts";
import { listDemandSchema } from "./schemas.ts";

export type DemandLineView = { id: string; title: string; variantId: string | null; quantity: number; state: string; free: number };
export type DemandOrder = {
  id: string;
  orderRef: string;
  channelName: string;
  placedAt: number;
  shipBy: number | null;
  /** Why it cannot be released now, if it cannot. */
  hindrance: "not-ready" | "unknown-product" | "not-enough" | null;
  /** It was released before and there was not enough. */
  isWaiting: boolean;
  lines: DemandLineView[];
};

const owed = sql`${demandLines.state} in ('promised', 'waiting', 'unknown')`;

/** Orders the house has not begun, whose promise came first before the others. */
export async function listDemand(ctx: ServiceContext, input: z.input<typeof listDemandSchema> = {}): Promise<Page<DemandOrder>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor } = parseInput(listDemandSchema, input);
  const after = placeOf(cursor);
  const heads = await ctx.db.read((orm, scope) =>
    orm
      .selectDistinct({ id: demandLines.orderId, rank: demandLines.rank })
      .from(demandLines)
      .where(
        and(
          scope(demandLines),
          owed,
          after === undefined ? undefined : sql`(${demandLines.rank}, ${demandLines.orderId}) > (${after.rank}, ${after.id})`,
        ),
      )
      .orderBy(demandLines.rank, demandLines.orderId)
      .limit(limit + 1),
  );
  const shown = heads.slice(0, limit);
  const last = shown.at(-1);
  const data = await ordersOf(
    ctx,
    shown.map(({ id }) => id),
  );
  return { data, nextCursor: heads.length > limit && last !== undefined ? encodeCursor([last.rank, last.id]) : null };
}

function placeOf(cursor: string | undefined): { rank: number; id: string } | undefined {
  if (cursor === undefined || cursor === "") return undefined;
  const [rank, id] = decodeCursor(cursor) ?? [];
  if (typeof rank !== "number" || typeof id !== "string")
    throw new AppError("invalid", "checkFields", { fields: { cursor: "fieldInvalid" } });
  return { rank, id };
}

async function ordersOf(ctx: ServiceContext, orderIds: readonly string[]): Promise<DemandOrder[]> {
  const list = JSON.stringify(orderIds);
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        orderId: demandLines.orderId,
        orderRef: orders.orderRef,
        orderState: orders.state,
        channelName: channels.name,
        placedAt: orders.placedAt,
        shipBy: orders.shipBy,
        id: demandLines.id,
        variantId: demandLines.sku,
        quantity: demandLines.quantity,
        state: demandLines.state,
        title: orderItems.title,
      })
      .from(demandLines)
      .innerJoin(orders, and(eq(orders.id, demandLines.orderId), scope(orders, "led")))
      .innerJoin(channels, and(eq(channels.id, orders.channelId), scope(channels, "led")))
      .innerJoin(orderItems, and(eq(orderItems.id, demandLines.id), scope(orderItems, "led")))
      .where(and(scope(demandLines, "led"), owed, sql`${demandLines.orderId} in (select value from json_each(${list}))`))
      .orderBy(demandLines.rank, demandLines.id),
  );
  const standing = await readAvailability(ctx, [...new Set(rows.flatMap(({ variantId }) => variantId ?? []))]);
  const freeOf = (variantId: string | null) => {
    const one = variantId === null ? undefined : standing.get(variantId);
    return one === undefined ? 0 : Math.max(0, one.onHand - one.onHold - one.damaged - one.reserved);
  };
  return [...Map.groupBy(rows, ({ orderId }) => orderId)].flatMap(([id, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const lines = own.map(({ id: lineId, title, variantId, quantity, state }) => ({
      id: lineId,
      title,
      variantId,
      quantity,
      state,
      free: freeOf(variantId),
    }));
    const { orderRef, channelName, placedAt, shipBy } = first;
    const isWaiting = lines.some(({ state }) => state === "waiting");
    return [{ id, orderRef, channelName, placedAt, shipBy, hindrance: hindranceOf(first.orderState, lines), isWaiting, lines }];
  });
}

function hindranceOf(orderState: string, lines: readonly DemandLineView[]): DemandOrder["hindrance"] {
  if (lines.some(({ state }) => state === "unknown")) return "unknown-product";
  if (orderState !== "ready") return "not-ready";
  return lines.some(({ free, quantity }) => free < quantity) ? "not-enough" : null;
}
