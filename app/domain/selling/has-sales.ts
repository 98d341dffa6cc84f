import type { SellerReputation } from "./account.ts";
import type { SalesDay } from "./headroom.ts";

/**
 * Whether there is anything that rates of a reputation could be shares of: marketplaces tell a new shop's as 0, which misses
 * every floor and keeps every ceiling. Our copy of the orders may still be on its way, so a rate that is not 0 counts as well.
 */
export function hasSales(reputation: SellerReputation | null, days: readonly Pick<SalesDay, "orders">[]): boolean {
  if (days.some(({ orders }) => orders > 0)) return true;
  if (reputation === null) return false;
  const { salesCompleted, metrics } = reputation;
  return (salesCompleted ?? 0) > 0 || metrics.some(({ rateBp, count, base }) => rateBp > 0 || (count ?? 0) > 0 || (base ?? 0) > 0);
}
