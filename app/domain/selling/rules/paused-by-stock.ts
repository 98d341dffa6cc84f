import { bySales, figures } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

function isPausedByStock({ status, statusReasons, stock }: ListingFacts): boolean {
  return stock <= 0 && (status === "active" || (status === "paused" && statusReasons.includes("out_of_stock")));
}

/** Goods are on the shelf and the listing does not know: sending the stock starts it again. */
export const pausedByStock: ListingRule = {
  id: "paused-by-stock",
  group: "stock",
  inputs: ["status", "stock", "ownStock"],
  condition: (facts) =>
    isPausedByStock(facts) && (facts.variant?.stock ?? 0) > 0
      ? figures(["ownStock", facts.variant?.stock ?? 0, "units"], ["units30d", facts.units30d])
      : undefined,
  measure: { metric: "stock", unit: "units", read: (facts) => facts.stock, goal: (facts) => facts.variant?.stock ?? 0 },
  remedy: (facts) => ({ kind: "stock", listingId: facts.id, value: facts.variant?.stock ?? 0 }),
  priority: (facts) => bySales(65, facts.units30d),
};
