import { and } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import { stretchesOf } from "../sorted-page.ts";
import { driverRows, planListings } from "./listing-query.ts";
import { countUpTo } from "./listing-rows.server.ts";
import { type ListingFilter, maxMatching } from "./schemas.ts";

/** As much of a listing as it takes to plan a change: thousands of them are read at once. */
const columns = {
  id: listings.id,
  channelId: listings.channelId,
  listingRef: listings.listingRef,
  modelRef: listings.modelRef,
  title: listings.title,
  modelName: listings.modelName,
  currency: listings.currency,
  priceCents: listings.priceCents,
  regularPriceCents: listings.regularPriceCents,
  stock: listings.stock,
  reserved: listings.reserved,
  status: listings.status,
  statusReasons: listings.statusReasons,
  logisticType: listings.logisticType,
  isPriceAutomated: listings.isPriceAutomated,
  competition: listings.competition,
  priceReference: listings.priceReference,
  variantId: listings.variantId,
};

export type ChosenListing = Awaited<ReturnType<typeof readByIds>>[number];
export type ListingChoice = { listingIds?: string[] | undefined; matching?: Omit<ListingFilter, "sort"> | undefined };

/** The listings somebody means: those of the ids in their order, or all that a list narrowed like this shows. */
export async function chosenListings(ctx: ServiceContext, { listingIds = [], matching }: ListingChoice): Promise<ChosenListing[]> {
  if (matching !== undefined) return matchingListings(ctx, matching);
  const ids = [...new Set(listingIds)];
  const place = new Map(ids.map((id, index) => [id, index]));
  const rows = (await readByIds(ctx, ids)).toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  if (rows.length === 0) throw notFound("listing");
  return rows;
}

function readByIds(ctx: ServiceContext, ids: readonly string[]) {
  return ctx.db.read((orm, scope) => orm.select(columns).from(listings).where(scope(listings, ids)));
}

/** The same rows in the same order as the list, up to the bound; more than that is refused instead of cut off without a word. */
async function matchingListings(ctx: ServiceContext, filter: Omit<ListingFilter, "sort">): Promise<ChosenListing[]> {
  const plan = await planListings(ctx.workspaceId, filter, (condition) => countUpTo(ctx, listings, condition, driverRows));
  const [stretch] = stretchesOf(plan, listings.id, undefined);
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select(columns)
      .from(listings)
      .where(and(scope(listings), stretch?.where))
      .orderBy(...(stretch?.orderBy ?? []))
      .limit(maxMatching + 1),
  );
  if (rows.length > maxMatching) throw new AppError("conflict", "tooManyListings");
  return rows;
}
