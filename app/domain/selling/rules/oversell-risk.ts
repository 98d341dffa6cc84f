import { bySales, figures, isOnSale } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

/** More is offered than is on our shelf. */
function tooMany({ stock, variant }: ListingFacts): number {
  return variant === null ? 0 : Math.max(0, stock - Math.max(0, variant.stock));
}

export const oversellRisk: ListingRule = {
  id: "oversell-risk",
  group: "stock",
  inputs: ["stock", "reserved", "ownStock"],
  condition(facts) {
    const promised = Math.max(0, facts.reserved - facts.stock);
    const offered = tooMany(facts);
    if (!isOnSale(facts) || (promised === 0 && offered === 0)) return undefined;
    return figures(
      ["stock", facts.stock, "units"],
      ["reserved", facts.reserved, "units"],
      ["ownStock", facts.variant?.stock ?? facts.stock, "units"],
    );
  },
  measure: {
    metric: "oversold-units",
    unit: "units",
    read: (facts) => Math.max(facts.reserved - facts.stock, tooMany(facts), 0),
    goal: () => 0,
  },
  remedy: (facts) => ({ kind: "stock", listingId: facts.id, value: Math.max(0, facts.variant?.stock ?? 0) }),
  priority: (facts) => bySales(68, facts.units30d),
};
