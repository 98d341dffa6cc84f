import { openPage } from "../remedy.ts";
import { bySales, figures, money } from "./parts.ts";
import type { SkuFacts, SkuRule } from "./rule.ts";

/** Two offers of one SKU on the same marketplace in the same currency; fees differ between marketplaces, so prices may too. */
function spread({ offers, currency }: SkuFacts): { low: number; high: number } | undefined {
  const byVendor = Map.groupBy(
    offers.filter((offer) => offer.currency === currency),
    ({ vendor }) => vendor,
  );
  const spreads = [...byVendor.values()].map((same) => {
    const prices = same.map(({ priceCents }) => priceCents);
    return { low: Math.min(...prices), high: Math.max(...prices) };
  });
  const widest = spreads.toSorted((one, other) => other.high - other.low - (one.high - one.low))[0];
  return widest === undefined || widest.high === widest.low ? undefined : widest;
}

export const priceMismatch: SkuRule = {
  id: "price-mismatch",
  group: "hygiene",
  inputs: ["sku", "prices"],
  condition(facts) {
    const found = spread(facts);
    if (found === undefined) return undefined;
    const unit = money(facts.currency);
    return figures(["low", found.low, unit], ["high", found.high, unit], ["offers", facts.offers.length]);
  },
  measure: {
    metric: "price-spread",
    unit: "money",
    read(facts) {
      const found = spread(facts);
      return found === undefined ? 0 : found.high - found.low;
    },
    goal: () => 0,
  },
  remedy: () => openPage("listings"),
  priority: (facts) => bySales(26, facts.units30d),
};
