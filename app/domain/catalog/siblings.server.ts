import { and, eq, isNotNull } from "drizzle-orm";
import { listings, variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { inIds } from "./listing-rows.server.ts";

/** Where the other models of the same listing already are: a model that comes later joins their product. */
export async function productsOfSiblings(
  ctx: ServiceContext,
  rows: readonly { channelId: string; listingRef: string }[],
): Promise<Map<string, string>> {
  const channelIds = [...new Set(rows.map((row) => row.channelId))];
  const refs = [...new Set(rows.map((row) => row.listingRef))];
  const found = await ctx.db.read((orm, scope) =>
    orm
      .select({ channelId: listings.channelId, listingRef: listings.listingRef, productId: variants.productId })
      .from(listings)
      .innerJoin(variants, and(eq(variants.id, listings.variantId), scope(variants)))
      .where(and(scope(listings), inIds(listings.channelId, channelIds), inIds(listings.listingRef, refs), isNotNull(listings.variantId))),
  );
  return new Map(found.map((row) => [siblingKey(row), row.productId]));
}

export function siblingKey({ channelId, listingRef }: { channelId: string; listingRef: string }): string {
  return `${channelId}/${listingRef}`;
}
