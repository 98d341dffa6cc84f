import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { reviews } from "#db/schema/service.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { isSearch, searchExpression } from "../search.ts";
import { afterCursor, orderOf, toSortedPage } from "../sorted-page.ts";
import { type ListingMention, mentionedListings, mentionKey } from "./listings-of.server.ts";
import { complaintStars } from "./policy.ts";
import { reviewsInputSchema } from "./schemas.ts";

type ReviewRow = typeof reviews.$inferSelect;

export type Review = Pick<ReviewRow, "id" | "channelId" | "listingRef" | "rating" | "title" | "text" | "likes" | "reply" | "writtenAt"> & {
  listing: ListingMention | null;
};

type Filter = z.output<typeof reviewsInputSchema>;

/** What buyers wrote afterwards, newest first. */
export async function listReviews(ctx: ServiceContext, input: z.input<typeof reviewsInputSchema> = {}): Promise<Page<Review>> {
  requirePermission(ctx, "service:read");
  const filter = parseInput(reviewsInputSchema, input);
  const order = orderOf({ written: reviews.writtenAt }, "-written");
  const rows = await ctx.db.all(reviews, {
    where: and(reviewCondition(ctx.workspaceId, filter), afterCursor(order, reviews.id, filter.cursor)),
    orderBy: [desc(reviews.writtenAt), desc(reviews.id)],
    limit: filter.limit + 1,
    isLed: isSearch(filter.search),
  });
  const page = toSortedPage(rows, filter.limit, order, (row) => row.writtenAt);
  const about = await mentionedListings(ctx, page.data);
  const data = page.data.map((row) => {
    const { id, channelId, listingRef, rating, title, text, likes, reply, writtenAt } = row;
    return { id, channelId, listingRef, rating, title, text, likes, reply, writtenAt, listing: about.get(mentionKey(row)) ?? null };
  });
  return { data, nextCursor: page.nextCursor };
}

export function reviewCondition(workspaceId: string, filter: Filter): SQL | undefined {
  const { search, channelId, listingRef, rating, complaints } = filter;
  return and(
    rating === undefined ? undefined : eq(reviews.rating, rating),
    // Written out, because a partial index is only found by its own words.
    complaints === "1" ? sql`${reviews.rating} <= ${sql.raw(String(complaintStars))}` : undefined,
    channelId === undefined ? undefined : eq(reviews.channelId, channelId),
    listingRef === undefined ? undefined : eq(reviews.listingRef, listingRef),
    isSearch(search) ? wordCondition(workspaceId, search) : undefined,
  );
}

function wordCondition(workspaceId: string, search: string): SQL {
  const expression = searchExpression(workspaceId, search);
  if (expression === undefined) return sql`0`;
  return sql`${reviews.id} in (select found.id from reviews as found where found.rowid in
    (select rowid from reviews_fts where reviews_fts match ${expression} order by rowid desc limit 2000))`;
}
