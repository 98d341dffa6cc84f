import { and, eq, inArray, isNotNull, lte, ne, type SQL, sql } from "drizzle-orm";
import type { Orm, WorkspaceTable } from "#db/client.server.ts";
import { listings } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { soldUnits } from "./sold-units.server.ts";

const dayMs = 24 * 3_600_000;
/** Named in the score; the rest of a shop is one line. */
const named = 5;

type Scope = (table: WorkspaceTable) => SQL;
type Sold = ReturnType<typeof soldUnits>;

const isOut = sql<number>`(${listings.stock} <= 0 or ${listings.status} <> 'active')`;

function withSales(sold: Sold): SQL | undefined {
  return and(eq(sold.channelId, listings.channelId), eq(sold.listingRef, listings.listingRef), eq(sold.modelRef, listings.modelRef));
}

/** Sums over the listings of each channel: how good they are, what of it sells, and what cannot be sold. */
function totals(orm: Orm, scope: Scope, sinceMs: number) {
  const sold = soldUnits(orm, scope, sinceMs);
  const units = sql`coalesce(${sold.units}, 0)`;
  return orm
    .select({
      channelId: listings.channelId,
      judged: sql<number>`count(${listings.qualityScore})`,
      scoreSum: sql<number>`coalesce(sum(${listings.qualityScore}), 0)`,
      judgedUnits: sql<number>`coalesce(sum(case when ${listings.qualityScore} is not null then ${units} end), 0)`,
      scoreByUnits: sql<number>`coalesce(sum(${listings.qualityScore} * ${units}), 0)`,
      soldUnits: sql<number>`sum(${units})`,
      outUnits: sql<number>`sum(case when ${isOut} then ${units} else 0 end)`,
    })
    .from(listings)
    .leftJoin(sold, withSales(sold))
    .where(and(scope(listings), ne(listings.status, "closed")))
    .groupBy(listings.channelId);
}

/** The listings of each channel that cost it most: by what is missing to 100, or by what they sold and cannot sell now. */
function dearest(orm: Orm, scope: Scope, sinceMs: number, by: "quality" | "stock") {
  const sold = soldUnits(orm, scope, sinceMs);
  const units = sql<number>`coalesce(${sold.units}, 0)`;
  const weight = by === "quality" ? sql`(100 - ${listings.qualityScore}) * (${units} * 1000 + 1)` : units;
  const wanted = by === "quality" ? isNotNull(listings.qualityScore) : sql`${isOut} and ${units} > 0`;
  const ranked = orm
    .select({
      channelId: listings.channelId,
      listingId: listings.id,
      title: listings.title,
      score: listings.qualityScore,
      units: units.as("listing_units"),
      place: sql<number>`row_number() over (partition by ${listings.channelId} order by ${weight} desc, ${listings.id})`.as("place"),
    })
    .from(listings)
    .leftJoin(sold, withSales(sold))
    .where(and(scope(listings), ne(listings.status, "closed"), wanted))
    .as("ranked");
  return orm.select().from(ranked).where(lte(ranked.place, named));
}

/** Where active listings stand against others: in the catalogue where they compete, else against the reference price. */
function places(orm: Orm, scope: Scope, sinceMs: number) {
  const sold = soldUnits(orm, scope, sinceMs);
  const state = sql<string>`coalesce(json_extract(${listings.competition}, '$.state'), json_extract(${listings.priceReference}, '$.state'))`;
  return orm
    .select({
      channelId: listings.channelId,
      state: state.as("place_state"),
      listings: sql<number>`count(*)`,
      units: sql<number>`sum(coalesce(${sold.units}, 0))`,
    })
    .from(listings)
    .leftJoin(sold, withSales(sold))
    .where(and(scope(listings), inArray(listings.status, ["active"]), sql`${state} is not null`))
    .groupBy(listings.channelId, sql`place_state`);
}

export type ListingFigures = Awaited<ReturnType<typeof readListingFigures>>;

/** What the score needs of all listings, in one round trip. */
export function readListingFigures(ctx: ServiceContext) {
  const sinceMs = ctx.clock.now() - 30 * dayMs;
  return ctx.db.read(async (orm, scope) => {
    const [sums, worst, out, standing] = await orm.batch([
      totals(orm, scope, sinceMs),
      dearest(orm, scope, sinceMs, "quality"),
      dearest(orm, scope, sinceMs, "stock"),
      places(orm, scope, sinceMs),
    ]);
    return { sums, worst, out, standing };
  });
}
