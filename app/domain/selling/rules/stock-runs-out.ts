import { openPage } from "../remedy.ts";
import { bySales, daysLeft, figures, isOnSale, soonDays } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

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
