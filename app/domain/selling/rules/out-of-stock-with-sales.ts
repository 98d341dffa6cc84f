import { openPage } from "../remedy.ts";
import { bySales, figures } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

export const outOfStockWithSales: ListingRule = {
  id: "out-of-stock-with-sales",
  group: "stock",
  inputs: ["stock", "units30d"],
  condition: (facts) =>
    facts.status !== "closed" && facts.stock <= 0 && facts.units30d > 0 && (facts.variant?.stock ?? 0) <= 0
      ? figures(["units30d", facts.units30d], ["perWeek", Math.max(1, Math.round((facts.units30d * 7) / 30))])
      : undefined,
  measure: { metric: "stock", unit: "units", read: (facts) => facts.stock, goal: (facts) => facts.units30d },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(60, facts.units30d),
};
