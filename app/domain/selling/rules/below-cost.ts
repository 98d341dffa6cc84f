import { pointAt, priceForMargin } from "../../pricing/target-price.ts";
import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale, money, perUnit } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

function loss(facts: ListingFacts): number | null {
  return perUnit(facts, (question) => pointAt(facts.priceCents, question)?.contributionCents);
}

/** The lowest price that loses nothing. */
function floorPrice({ pricing }: ListingFacts): number | undefined {
  return pricing === null ? undefined : priceForMargin(pricing, 0)?.priceCents;
}

export const belowCost: ListingRule = {
  id: "below-cost",
  group: "price",
  inputs: ["price", "cost", "fees", "shipping"],
  condition(facts) {
    const contribution = loss(facts);
    const floor = floorPrice(facts);
    if (!isOnSale(facts) || contribution === null || contribution >= 0 || floor === undefined) return undefined;
    const unit = money(facts.currency);
    return figures(
      ["price", facts.priceCents, unit],
      ["contribution", contribution, unit],
      ["floor", floor, unit],
      ["units30d", facts.units30d],
    );
  },
  measure: { metric: "contribution", unit: "money", read: loss, goal: () => 0 },
  remedy(facts) {
    const value = floorPrice(facts);
    return value === undefined || facts.isPriceAutomated
      ? openPage("listing", facts.id)
      : { kind: "price", listingId: facts.id, value, currency: facts.currency };
  },
  priority: (facts) => bySales(66, facts.units30d),
};
