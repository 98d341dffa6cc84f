import { openPage } from "../remedy.ts";
import { bySales, figures, hintOf, isOnSale } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

/** Only where the marketplace itself asks for it: below its threshold free shipping may cost more than it brings. */
export const missingFreeShipping: ListingRule = {
  id: "missing-free-shipping",
  group: "quality",
  inputs: ["freeShipping", "hints"],
  condition: (facts) =>
    isOnSale(facts) && !facts.freeShipping && hintOf(facts, ["HAS_FREE_SHIPPING", "UP_HAS_FREE_SHIPPING"]) !== undefined
      ? figures(["price", facts.priceCents, `money:${facts.currency}`], ["units30d", facts.units30d])
      : undefined,
  measure: { metric: "free-shipping", unit: "yesno", read: (facts) => Number(facts.freeShipping), goal: () => 1 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(34, facts.units30d),
};
