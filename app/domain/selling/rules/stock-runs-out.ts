import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

const soonDays = 7;

/** At the pace of the busier of the last week and the last month; undefined when nothing sells. */
function daysLeft({ stock, units7d, units30d }: ListingFacts): number | undefined {
  const per210Days = Math.max(units7d * 30, units30d * 7);
  return per210Days === 0 ? undefined : Math.floor((stock * 210) / per210Days);
}

export const stockRunsOut: ListingRule = {
  id: "stock-runs-out",
  group: "stock",
  inputs: ["stock", "units7d", "units30d"],
  condition(facts) {
    const days = daysLeft(facts);
    if (!isOnSale(facts) || facts.stock <= 0 || days === undefined || days > soonDays) return undefined;
    return figures(["days", days, "days"], ["stock", facts.stock, "units"], ["units7d", facts.units7d], ["units30d", facts.units30d]);
  },
  measure: { metric: "days-of-stock", unit: "days", read: (facts) => daysLeft(facts) ?? null, goal: () => 30 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(58 - 3 * (daysLeft(facts) ?? soonDays), facts.units30d),
};
