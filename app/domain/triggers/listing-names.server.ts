import { inArray } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";

type About = { channelId: string; listingRef: string };

const atOnce = 90;

/** What the listings are called that some rows are about; their number at the marketplace where we do not know them. */
export async function listingNames(ctx: ServiceContext, rows: readonly About[]): Promise<(about: About) => string> {
  const refs = [...new Set(rows.map(({ listingRef }) => listingRef))];
  const names = new Map<string, string>();
  for (let begin = 0; begin < refs.length; begin += atOnce) {
    const known = await ctx.db.all(listings, { where: inArray(listings.listingRef, refs.slice(begin, begin + atOnce)) });
    for (const { channelId, listingRef, title } of known) names.set(`${channelId}/${listingRef}`, title);
  }
  return ({ channelId, listingRef }) => names.get(`${channelId}/${listingRef}`) ?? listingRef;
}
