import { pointAt } from "../../pricing/target-price.ts";
import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale, money } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

function suggested({ priceReference, priceCents }: ListingFacts): number | undefined {
  const price = priceReference?.suggestedCents ?? null;
  const isHigh = priceReference?.state === "high" || priceReference?.state === "highest";
  return isHigh && price !== null && price < priceCents ? price : undefined;
}

function gapBp(facts: ListingFacts): number | null {
  const price = facts.priceReference?.suggestedCents ?? null;
  return price === null || price <= 0 ? null : Math.max(0, Math.round(((facts.priceCents - price) * 10_000) / price));
}

export const aboveReference: ListingRule = {
  id: "above-reference",
  group: "price",
  inputs: ["price", "priceReference"],
  condition(facts) {
    const price = suggested(facts);
    if (!isOnSale(facts) || price === undefined) return undefined;
    const unit = money(facts.currency);
    return figures(
      ["price", facts.priceCents, unit],
      ["suggested", price, unit],
      ["gap", gapBp(facts) ?? 0, "bp"],
      ["units30d", facts.units30d],
    );
  },
  measure: { metric: "price-gap", unit: "bp", read: gapBp, goal: () => 0 },
  /** A price we would change ourselves must be known to lose no money. */
  remedy(facts) {
    const value = suggested(facts);
    const isSafe = value !== undefined && facts.pricing !== null && (pointAt(value, facts.pricing)?.contributionCents ?? -1) >= 0;
    return !isSafe || facts.isPriceAutomated
      ? openPage("listing", facts.id)
      : { kind: "price", listingId: facts.id, value, currency: facts.currency };
  },
  priority: (facts) => bySales(facts.priceReference?.state === "highest" ? 44 : 36, facts.units30d),
};
