import { openPage } from "../remedy.ts";
import { bySales, figures, hintOf, isOnSale } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

/** Mercado Livre counts words, Shopee characters. */
const least = { "mercado-livre": 3, shopee: 25 };

function lengthOf({ vendor, title }: ListingFacts): number {
  return vendor === "shopee" ? title.trim().length : title.trim().split(/\s+/).filter(Boolean).length;
}

export const shortTitle: ListingRule = {
  id: "short-title",
  group: "quality",
  inputs: ["title", "hints"],
  condition(facts) {
    const length = lengthOf(facts);
    const isShort = length < least[facts.vendor] || hintOf(facts, ["TITLE_LENGTH_MIN", "UP_TITLE_LENGTH_MIN"]) !== undefined;
    return isOnSale(facts) && isShort
      ? figures(["length", length], ["enough", least[facts.vendor]], ["units30d", facts.units30d])
      : undefined;
  },
  measure: { metric: "title-length", unit: "count", read: lengthOf, goal: (facts) => Math.max(least[facts.vendor], lengthOf(facts)) },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(32, facts.units30d),
};
