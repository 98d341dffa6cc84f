import { sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { merge, type NewRow, updateWhere } from "#db/writes.ts";
import type { RemoteListing } from "../channels/remote.ts";
import { whileActive } from "../channels/while-active.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

export type ListingsRead = { channelId: string; listings: readonly RemoteListing[]; readAtMs: number; hasDetails: boolean };

/** Brings the mirror of these listings up to date. Read twice or late, they never go back, and links stay as people made them. */
export async function storeListings(ctx: ServiceContext, { channelId, listings: read, readAtMs, hasDetails }: ListingsRead): Promise<void> {
  requirePermission(ctx, "catalog:write");
  if (read.length === 0) return;
  const rows = read.map((listing) => toRow(listing, { id: ctx.ids.next("lst"), channelId, readAtMs, hasDetails }));
  await mutate(ctx, {
    writes: [
      whileActive(channelId),
      merge(
        listings,
        {
          key: ["channelId", "listingRef", "modelRef"],
          newest: "remoteUpdatedAt",
          keep: ["variantId", "linkState", "suggestedVariantId", "suggestedBy"],
          fill: [
            "description",
            "quality",
            "qualityScore",
            "competition",
            "priceReference",
            "visits30d",
            "ratingCenti",
            "reviewCount",
            "detailsReadAt",
          ],
        },
        rows,
      ),
    ],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "listings" }],
  });
}

/** Rows whose listing, or model of it, the vendor does not know any more. */
export async function closeListings(
  ctx: ServiceContext,
  { channelId, listingIds }: { channelId: string; listingIds: readonly string[] },
): Promise<void> {
  requirePermission(ctx, "catalog:write");
  if (listingIds.length === 0) return;
  const gone = sql`${listings.id} in (select value from json_each(${JSON.stringify(listingIds)}))`;
  await mutate(ctx, {
    writes: [whileActive(channelId), updateWhere(listings, gone, { status: "closed", statusReasons: ["gone"] })],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "listings" }],
  });
}

type Place = { id: string; channelId: string; readAtMs: number; hasDetails: boolean };

function toRow(listing: RemoteListing, { id, channelId, readAtMs, hasDetails }: Place): NewRow<typeof listings> {
  const { createdAtMs, updatedAtMs, rating, reviews, ...same } = listing;
  return {
    ...same,
    id,
    channelId,
    qualityScore: listing.quality?.score ?? null,
    ratingCenti: rating === null ? null : Math.round(rating * 100),
    reviewCount: reviews,
    variantId: null,
    linkState: "unlinked",
    suggestedVariantId: null,
    suggestedBy: null,
    remoteCreatedAt: createdAtMs,
    remoteUpdatedAt: updatedAtMs,
    readAt: readAtMs,
    detailsReadAt: hasDetails ? readAtMs : null,
  };
}
