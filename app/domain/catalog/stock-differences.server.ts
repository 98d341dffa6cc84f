import { and, eq, gt, isNull, lt, lte, ne, not, or, type SQL, sql } from "drizzle-orm";
import { chunks } from "#app/platform/chunks.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { listings } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import type { Availability } from "../warehouse/read-availability.server.ts";

/** A marketplace that shows fewer than it was told has sold some: until their orders are here, more would sell them twice. */
const saleOnItsWayMs = 120_000;
const skusPerQuery = 20_000;

const toldListing = {
  id: listings.id,
  listingRef: listings.listingRef,
  modelRef: listings.modelRef,
  status: listings.status,
  statusReasons: listings.statusReasons,
  logisticType: listings.logisticType,
  isPriceAutomated: listings.isPriceAutomated,
  regularPriceCents: listings.regularPriceCents,
  stock: listings.stock,
  reserved: listings.reserved,
};

export type KnownStock = typeof channelStock.$inferSelect;
export type Difference = {
  listing: Pick<typeof listings.$inferSelect, keyof typeof toldListing>;
  known: KnownStock | null;
  available: number;
};

/** Listings of a channel that show another number than can be sold, as far as they may be told now. */
export async function stockDifferences(
  ctx: ServiceContext,
  { channelId, available, limit }: { channelId: string; available: ReadonlyMap<string, Availability>; limit: number },
): Promise<Difference[]> {
  const now = ctx.clock.now();
  const free = [...available.values()].map((one) => [one.sku, one.available]);
  const found: Difference[] = [];
  for (const part of chunks(free, skusPerQuery)) {
    if (found.length >= limit) break;
    // The few that lie in warehouses lead to their listings, not all listings to them.
    const rows = await ctx.db.read((orm, scope) =>
      orm
        .select({ listing: toldListing, known: channelStock, available: sql<number>`free.value ->> 1` })
        .from(sql`json_each(${JSON.stringify(part)}) as free`)
        .crossJoin(listings)
        .leftJoin(channelStock, and(scope(channelStock), eq(channelStock.id, listings.id)))
        .where(
          and(
            scope(listings),
            sql`${listings.variantId} = free.value ->> 0`,
            eq(listings.channelId, channelId),
            // The plus keeps the planner from going through all that is linked.
            sql`+${listings.linkState} = 'linked'`,
            ne(listings.status, "closed"),
            differs(),
            mayBeTold(now),
            not(isSaleOnItsWay(now)),
          ),
        )
        .limit(limit - found.length),
    );
    found.push(...rows);
  }
  return found;
}

/** What was told counts until the listing was read after that. */
function differs(): SQL {
  const shown = sql`case when ${channelStock.toldAt} >= ${listings.readAt} then ${channelStock.toldStock} else ${listings.stock} end`;
  return sql`${shown} <> free.value ->> 1`;
}

/** A refusal stands until the number, the listing or a long time has changed; somebody else's telling until it is over. */
function mayBeTold(now: number): SQL | undefined {
  return or(
    isNull(channelStock.id),
    isNull(channelStock.dueAt),
    lte(channelStock.dueAt, now),
    and(
      eq(channelStock.state, "refused"),
      or(sql`${channelStock.wanted} <> free.value ->> 1`, gt(listings.readAt, channelStock.decidedAt)),
    ),
  );
}

function isSaleOnItsWay(now: number): SQL {
  const soldThere = and(
    gt(listings.readAt, channelStock.toldAt),
    gt(listings.readAt, now - saleOnItsWayMs),
    lt(listings.stock, channelStock.toldStock),
    sql`${listings.stock} < free.value ->> 1`,
  );
  return sql`coalesce(${soldThere}, 0)`;
}
