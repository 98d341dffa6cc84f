import { pointAt } from "../../pricing/target-price.ts";
import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale, money } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

function losesMoney({ pricing, priceCents }: ListingFacts): boolean {
  return pricing !== null && (pointAt(priceCents, pricing)?.contributionCents ?? 0) < 0;
}

/** The marketplace moves this price by its own rule and refuses ours, while the price is not where it should be. */
export const automationBlocks: ListingRule = {
  id: "automation-blocks",
  group: "price",
  inputs: ["isPriceAutomated", "price", "competition"],
  condition(facts) {
    if (!isOnSale(facts) || !facts.isPriceAutomated || (!losesMoney(facts) && facts.competition?.state !== "competing")) return undefined;
    return figures(["price", facts.priceCents, money(facts.currency)], ["units30d", facts.units30d]);
  },
  measure: {
    metric: "price-blocked",
    unit: "yesno",
    read: (facts) => Number(facts.isPriceAutomated && (losesMoney(facts) || facts.competition?.state === "competing")),
    goal: () => 0,
  },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(losesMoney(facts) ? 62 : 38, facts.units30d),
};
