import { openPage } from "../remedy.ts";
import { bySales, figures } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

/** Without a link neither stock nor cost is known, so it can be oversold and its margin is a guess. */
export const unlinkedWithSales: ListingRule = {
  id: "unlinked-with-sales",
  group: "hygiene",
  inputs: ["link", "units30d"],
  condition: (facts) =>
    (facts.linkState === "unlinked" || facts.linkState === "suggested") && facts.status !== "closed" && facts.units30d > 0
      ? figures(["units30d", facts.units30d], ...(facts.sku === null ? [] : ([["sku", facts.sku, "text"]] as [string, string, string][])))
      : undefined,
  measure: { metric: "linked", unit: "yesno", read: (facts) => Number(facts.linkState === "linked"), goal: () => 1 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(42, facts.units30d),
};
