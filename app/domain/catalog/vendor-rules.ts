import type { ChangeableListing, ChannelAdapter, IntendedChange } from "../channels/ports.ts";
import { type ChangeKind, isListingStatus, type RefusalReason } from "../channels/remote.ts";
import { type ChannelObstacle, currentValue } from "./change-rules.ts";

const capabilityOf = { price: "price", stock: "stock", status: "pause" } as const satisfies Record<ChangeKind, string>;

type Stored = Omit<ChangeableListing, "status"> & { status: string };
type Rules = Pick<ChannelAdapter, "capabilities" | "refusalOf">;

/** Why a marketplace would not take a change of this listing: what it lets nobody do first, then its rules. */
export function vendorRefusal(rules: Rules | undefined, listing: Stored, change: IntendedChange): RefusalReason | null {
  const { status } = listing;
  if (rules === undefined || !isListingStatus(status)) return "not-found";
  return rules.capabilities[capabilityOf[change.kind]] ? rules.refusalOf({ ...listing, status }, change) : "unsupported";
}

/** A channel that is paused or no longer connected takes nothing, whatever its marketplace would say. */
export function channelObstacle(state: string | undefined): ChannelObstacle | null {
  if (state === "active") return null;
  return state === "paused" ? "channel-paused" : "channel-ended";
}

/** What can be offered for one listing: a reason stands where nothing can. */
export function refusalsOf(rules: Rules | undefined, listing: Stored & { priceCents: number }): Record<ChangeKind, RefusalReason | null> {
  const refusal = (kind: ChangeKind, after: number) => vendorRefusal(rules, listing, { kind, after });
  return {
    price: refusal("price", listing.priceCents),
    stock: refusal("stock", Math.max(1, listing.stock, listing.reserved)),
    status: refusal("status", 1 - currentValue(listing, "status")),
  };
}
