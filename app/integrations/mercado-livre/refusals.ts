import type { ChangeableListing, IntendedChange } from "#app/domain/channels/ports.ts";
import { onSale, type RefusalReason } from "#app/domain/channels/remote.ts";

/** What Mercado Livre is known to refuse, from what a listing says of itself. */
export function refusalOf(listing: ChangeableListing, { kind, after }: IntendedChange): RefusalReason | null {
  if (listing.status === "closed") return "closed";
  if (listing.status === "review") return "under-review";
  switch (kind) {
    case "price":
      return listing.isPriceAutomated ? "price-automated" : null;
    case "stock":
      // Goods in the vendor's own warehouse are counted there.
      return listing.logisticType === "fulfillment" ? "managed-by-vendor" : null;
    case "status":
      // Unpaid or not yet active: the vendor decides when it is on sale.
      if (listing.status === "inactive") return "managed-by-vendor";
      // A model without stock says nothing about its listing, which is on sale as long as one of them has some.
      return after === onSale && listing.modelRef === "" && listing.stock <= 0 ? "no-stock" : null;
    default:
      return kind satisfies never;
  }
}
