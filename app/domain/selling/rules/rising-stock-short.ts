import { openPage } from "../remedy.ts";
import { bySales, daysLeft, figures, isOnSale, soonDays } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

/** Time to buy again in. */
const enoughDays = 21;

/** If those who look at it more also buy more. */
function daysOfRise(facts: ListingFacts): number | undefined {
  return daysLeft(facts, (facts.shoppers.rising?.timesPerMille ?? 1_000) / 1_000);
}

/** Before sales tell: what sells out by today's pace is another rule's. */
export const risingStockShort: ListingRule = {
  id: "rising-stock-short",
  group: "shoppers",
  inputs: ["shopperPattern", "stock", "units7d", "units30d"],
  condition(facts) {
    const { rising } = facts.shoppers;
    const [today, then] = [daysLeft(facts), daysOfRise(facts)];
    if (rising === null || !isOnSale(facts) || facts.stock <= 0 || today === undefined || then === undefined) return undefined;
    if (today <= soonDays || then > enoughDays) return undefined;
    return figures(
      ["rise", (rising.timesPerMille - 1_000) * 10, "bp"],
      ["visits", rising.sessions],
      ["days", then, "days"],
      ["daysNow", today, "days"],
      ["stock", facts.stock, "units"],
    );
  },
  measure: { metric: "days-of-stock", unit: "days", read: (facts) => daysOfRise(facts) ?? null, goal: () => 30 },
  remedy: (facts) => openPage("patterns", facts.shoppers.rising?.page ?? ""),
  priority: (facts) => bySales(46, facts.units30d),
};
