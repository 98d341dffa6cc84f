import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

const enough = 100;

function lengthOf({ description }: ListingFacts): number {
  return description?.trim().length ?? 0;
}

export const noDescription: ListingRule = {
  id: "no-description",
  group: "quality",
  inputs: ["description"],
  condition: (facts) =>
    isOnSale(facts) && lengthOf(facts) < enough
      ? figures(["length", lengthOf(facts)], ["enough", enough], ["units30d", facts.units30d])
      : undefined,
  measure: { metric: "description-length", unit: "count", read: lengthOf, goal: () => enough },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(28, facts.units30d),
};
