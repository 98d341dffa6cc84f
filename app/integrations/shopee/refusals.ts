import type { ChangeableListing, IntendedChange } from "#app/domain/channels/ports.ts";
import type { RefusalReason } from "#app/domain/channels/remote.ts";

/** What Shopee is known to refuse, from what a listing says of itself. */
export function refusalOf(listing: ChangeableListing, { kind, after }: IntendedChange): RefusalReason | null {
  if (listing.status === "closed" || listing.statusReasons.includes("BANNED")) return "closed";
  switch (kind) {
    case "price":
      // A price before the discount is there only while one runs.
      return listing.regularPriceCents === null ? null : "promotion-running";
    case "stock":
      if (listing.logisticType === "fulfilled-by-shopee" && after > 0) return "managed-by-vendor";
      return after < listing.reserved ? "below-reserved" : null;
    case "status":
      return listing.status === "review" ? "under-review" : null;
    default:
      return kind satisfies never;
  }
}
