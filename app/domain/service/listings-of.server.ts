import { asc, sql } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";

export type ListingMention = { id: string; title: string; permalink: string; imageUrl: string | null };

type Mentioned = { channelId: string; listingRef: string };

export function mentionKey({ channelId, listingRef }: Mentioned): string {
  return `${channelId}/${listingRef}`;
}

/** The listings that questions and reviews are about, one each, whichever model of it. */
export async function mentionedListings(ctx: ServiceContext, mentioned: readonly Mentioned[]): Promise<Map<string, ListingMention>> {
  if (mentioned.length === 0) return new Map();
  const pairs = JSON.stringify(mentioned.map(({ channelId, listingRef }) => [channelId, listingRef]));
  const rows = await ctx.db.all(listings, {
    where: sql`(${listings.channelId}, ${listings.listingRef}) in (select value ->> 0, value ->> 1 from json_each(${pairs}))`,
    isLed: true,
    orderBy: asc(listings.modelRef),
  });
  const found = new Map<string, ListingMention>();
  for (const row of rows) {
    const { id, title, permalink, imageUrls } = row;
    if (!found.has(mentionKey(row))) found.set(mentionKey(row), { id, title, permalink, imageUrl: imageUrls[0] ?? null });
  }
  return found;
}
