import { and, asc, desc, eq, gte, inArray, isNull, lt, notExists, or, sql } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { listings } from "#db/schema/catalog.ts";
import { orderItems } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

const dayMs = 86_400_000;

type RewriteChoice = { qualityBelow: number; unsoldDays: number; leastVisits: number; most: number };
type Rewritable = { id: string; listingRef: string };

/**
 * Listings on sale whose words may hold them back: those the marketplace finds poor, and those that are looked at and not
 * bought. The most looked at first; of a listing with models the first one stands for all.
 */
export async function findRewritable(
  ctx: ServiceContext,
  { qualityBelow, unsoldDays, leastVisits, most }: RewriteChoice,
): Promise<Rewritable[]> {
  requirePermission(ctx, "catalog:read");
  const sinceMs = ctx.clock.now() - unsoldDays * dayMs;
  return ctx.db.read((orm, scope) => {
    const sold = orm
      .select({ one: sql`1` })
      .from(orderItems)
      .where(
        and(
          scope(orderItems),
          eq(orderItems.channelId, listings.channelId),
          eq(orderItems.listingRef, listings.listingRef),
          gte(orderItems.placedAt, sinceMs),
          eq(orderItems.isCancelled, false),
        ),
      );
    const open = orm
      .select({ id: channels.id })
      .from(channels)
      .where(and(scope(channels), eq(channels.state, "active")));
    const isPoor = lt(listings.qualityScore, qualityBelow);
    const isPassedBy = and(or(isNull(listings.visits30d), gte(listings.visits30d, leastVisits)), notExists(sold));
    return orm
      .select({ id: sql<string>`min(${listings.id})`.as("first_id"), listingRef: listings.listingRef })
      .from(listings)
      .where(and(scope(listings), eq(listings.status, "active"), inArray(listings.channelId, open), or(isPoor, isPassedBy)))
      .groupBy(listings.channelId, listings.listingRef)
      .orderBy(desc(sql`max(coalesce(${listings.visits30d}, 0))`), asc(sql`first_id`))
      .limit(most);
  });
}
