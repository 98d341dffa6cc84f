import { vendorRefusal } from "./vendor-rules.ts";
import type { ChangeableListing, ChannelAdapter } from "../channels/ports.ts";
import type { RefusalReason } from "../channels/remote.ts";

type Rules = Pick<ChannelAdapter, "capabilities" | "refusalOf">;
type Stored = Omit<ChangeableListing, "status"> & { status: string };

/** What a marketplace is to be told of a listing, or why there is nothing that it would take. */
export type StockDecision = { stock: number; reason: RefusalReason | null } | { stock: null; reason: RefusalReason };

/**
 * Goods that the marketplace counts itself are left to it, although some would take a zero. Where it has promised some
 * to buyers of a promotion, it is told as few as it takes.
 */
export function stockToTell(rules: Rules, listing: Stored, available: number): StockDecision {
  const refusal = (after: number) => vendorRefusal(rules, listing, { kind: "stock", after });
  const whatever = refusal(Math.max(1, available, listing.reserved));
  if (whatever !== null) return { stock: null, reason: whatever };
  const reason = refusal(available);
  if (reason === null) return { stock: available, reason };
  return reason === "below-reserved" && listing.stock > listing.reserved ? { stock: listing.reserved, reason } : { stock: null, reason };
}

const firstWaitMs = 30_000;
const longestWaitMs = 3_600_000;

/** Later and later, and never before the marketplace said. */
export function nextTryMs(attempts: number, retryAfterMs = 0): number {
  return Math.max(retryAfterMs, Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempts, 10)));
}
