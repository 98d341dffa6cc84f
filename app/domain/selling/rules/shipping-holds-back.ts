import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

const leastVisits = 3;

/** What shoppers shy away from in the own shop costs a listing its sales as well. */
export const shippingHoldsBack: ListingRule = {
  id: "shipping-holds-back",
  group: "shoppers",
  inputs: ["shopperPattern", "freeShipping"],
  condition(facts) {
    const { shipping } = facts.shoppers;
    if (shipping === null || shipping.sessions < leastVisits || !isOnSale(facts) || facts.freeShipping) return undefined;
    return figures(["visits", shipping.sessions], ["price", facts.priceCents, `money:${facts.currency}`], ["units30d", facts.units30d]);
  },
  measure: { metric: "free-shipping", unit: "yesno", read: (facts) => Number(facts.freeShipping), goal: () => 1 },
  remedy: (facts) => openPage("patterns", facts.shoppers.shipping?.page ?? ""),
  priority: (facts) => bySales(32, facts.units30d),
};
