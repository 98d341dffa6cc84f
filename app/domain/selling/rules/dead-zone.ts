import { deadZoneAt, pointAt } from "../../pricing/target-price.ts";
import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale, money, perUnit } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

function zone({ pricing, priceCents }: ListingFacts) {
  return pricing === null ? undefined : deadZoneAt(priceCents, pricing);
}

function contribution(facts: ListingFacts): number | null {
  return perUnit(facts, (question) => pointAt(facts.priceCents, question)?.contributionCents);
}

/** Just above a jump of fee or shipping, where a lower price earns more. */
export const deadZone: ListingRule = {
  id: "dead-zone",
  group: "price",
  inputs: ["price", "fees", "shipping", "cost"],
  condition(facts) {
    const found = zone(facts);
    const now = contribution(facts);
    if (!isOnSale(facts) || found === undefined || now === null || found.betterContributionCents <= Math.max(0, now)) return undefined;
    const unit = money(facts.currency);
    return figures(
      ["price", facts.priceCents, unit],
      ["better", found.betterCents, unit],
      ["contribution", now, unit],
      ["betterContribution", found.betterContributionCents, unit],
      ["units30d", facts.units30d],
    );
  },
  measure: {
    metric: "contribution",
    unit: "money",
    read: contribution,
    goal: (facts) => zone(facts)?.betterContributionCents ?? contribution(facts) ?? 0,
  },
  remedy(facts) {
    const value = zone(facts)?.betterCents;
    return value === undefined || facts.isPriceAutomated
      ? openPage("listing", facts.id)
      : { kind: "price", listingId: facts.id, value, currency: facts.currency };
  },
  priority: (facts) => bySales(45, facts.units30d),
};
