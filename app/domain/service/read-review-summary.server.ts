import { and, gte, sql } from "drizzle-orm";
import { reviews } from "#db/schema/service.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type ListingMention, mentionedListings, mentionKey } from "./listings-of.server.ts";
import { complaintStars } from "./policy.ts";

const days = 90;
const shownListings = 6;

export type Complaints = {
  channelId: string;
  listingRef: string;
  listing: ListingMention | null;
  /** Reviews of two stars or less, of all reviews of the listing in the period. */
  complaints: number;
  reviews: number;
};

export type ReviewSummary = {
  days: number;
  total: number;
  complaints: number;
  /** Mean of the stars; null without reviews. */
  average: number | null;
  /** How many reviews have one, two … five stars. */
  byRating: number[];
  listings: Complaints[];
};

/** The last 90 days in numbers, and the listings people complain about most. */
export async function readReviewSummary(ctx: ServiceContext): Promise<ReviewSummary> {
  requirePermission(ctx, "service:read");
  const since = ctx.clock.now() - days * 24 * 3_600_000;
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        channelId: reviews.channelId,
        listingRef: reviews.listingRef,
        rating: reviews.rating,
        count: sql<number>`count(*)`,
      })
      .from(reviews)
      .where(and(scope(reviews), gte(reviews.writtenAt, since)))
      .groupBy(reviews.channelId, reviews.listingRef, reviews.rating),
  );
  const byRating = [1, 2, 3, 4, 5].map((stars) => sum(rows.filter((row) => row.rating === stars)));
  const total = sum(rows);
  const stars = rows.reduce((all, row) => all + row.rating * row.count, 0);
  const worst = toComplaints(rows).slice(0, shownListings);
  const about = await mentionedListings(ctx, worst);
  return {
    days,
    total,
    complaints: sum(rows.filter((row) => row.rating <= complaintStars)),
    average: total === 0 ? null : stars / total,
    byRating,
    listings: worst.map((one) => ({ ...one, listing: about.get(mentionKey(one)) ?? null })),
  };
}

type Counted = { channelId: string; listingRef: string; rating: number; count: number };

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((all, row) => all + row.count, 0);
}

function toComplaints(rows: readonly Counted[]): Omit<Complaints, "listing">[] {
  const byListing = new Map<string, Omit<Complaints, "listing">>();
  for (const { channelId, listingRef, rating, count } of rows) {
    const key = mentionKey({ channelId, listingRef });
    const known = byListing.get(key) ?? { channelId, listingRef, complaints: 0, reviews: 0 };
    known.reviews += count;
    if (rating <= complaintStars) known.complaints += count;
    byListing.set(key, known);
  }
  return [...byListing.values()]
    .filter((one) => one.complaints > 0)
    .toSorted((a, b) => b.complaints - a.complaints || a.reviews - b.reviews);
}
