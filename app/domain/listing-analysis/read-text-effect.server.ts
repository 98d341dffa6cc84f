import { and, eq, gte, lt, sql } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { orderItems } from "#db/schema/orders.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findTextChange } from "./find-text-change.server.ts";
import { type DaySpan, periodsAround, startOfDayMs, visitsAreAfter, visitsWindowMs } from "./text-effect.ts";

type Sold = { orders: number; units: number };
export type TextEffect = {
  changedAt: number;
  /** Whole days on each side; 0 while none has passed. */
  days: number;
  before: Sold;
  after: Sold;
  visits: { before30d: number | null; after30d: number | null; knownFrom: number };
};

/** What was sold and seen before other words were shown, and after: the same number of days, the same weekdays. */
export async function readTextEffect(ctx: ServiceContext, input: { id: string }): Promise<TextEffect> {
  requirePermission(ctx, "catalog:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await findTextChange(ctx, id);
  const periods = periodsAround(row.createdAt, ctx.clock.now());
  const none = { orders: 0, units: 0 };
  const [before, after, listing] = await Promise.all([
    periods === null ? none : soldIn(ctx, row, periods.before),
    periods === null ? none : soldIn(ctx, row, periods.after),
    ctx.db.first(listings, eq(listings.id, row.listingId)),
  ]);
  const isSeen = visitsAreAfter(row.createdAt, listing?.detailsReadAt ?? null);
  return {
    changedAt: row.createdAt,
    days: periods?.days ?? 0,
    before,
    after,
    visits: {
      before30d: row.visits30dBefore,
      after30d: isSeen ? (listing?.visits30d ?? null) : null,
      knownFrom: row.createdAt + visitsWindowMs,
    },
  };
}

async function soldIn(
  ctx: ServiceContext,
  { channelId, listingRef }: { channelId: string; listingRef: string },
  { fromDay, toDay }: DaySpan,
): Promise<Sold> {
  const [sums] = await ctx.db.read((orm, scope) =>
    orm
      .select({
        orders: sql<number>`count(distinct ${orderItems.orderId})`,
        units: sql<number>`coalesce(sum(${orderItems.quantity}), 0)`,
      })
      .from(orderItems)
      .where(
        and(
          scope(orderItems),
          eq(orderItems.channelId, channelId),
          eq(orderItems.listingRef, listingRef),
          gte(orderItems.placedAt, startOfDayMs(fromDay)),
          lt(orderItems.placedAt, startOfDayMs(toDay)),
          eq(orderItems.isCancelled, false),
        ),
      ),
  );
  return sums ?? { orders: 0, units: 0 };
}
