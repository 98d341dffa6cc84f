import { openPage } from "../remedy.ts";
import { bySales, figures, hintOf, isOnSale } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

function isMissing(facts: ListingFacts): boolean {
  if (hintOf(facts, ["HAS_GTIN", "UP_HAS_GTIN"]) !== undefined) return true;
  // Without a verdict of the marketplace an empty code is all we know; with one, it has its reasons not to ask.
  return facts.quality === null && facts.gtin === null;
}

export const missingGtin: ListingRule = {
  id: "missing-gtin",
  group: "quality",
  inputs: ["gtin", "hints"],
  condition: (facts) => (isOnSale(facts) && isMissing(facts) ? figures(["units30d", facts.units30d]) : undefined),
  measure: { metric: "gtin-missing", unit: "yesno", read: (facts) => Number(isMissing(facts)), goal: () => 0 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(30, facts.units30d),
};
