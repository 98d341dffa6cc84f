import { openPage } from "../remedy.ts";
import { bySales, figures, isOnSale } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

const keys = new Set([
  "TS_MAIN_QUANTITY",
  "UP_TS_MAIN_QUANTITY",
  "TS_MAIN_QUALITY_INCOMPLETE_REQUIRED",
  "UP_TS_MAIN_QUALITY_INCOMPLETE_REQUIRED",
  "too-few-attributes",
  "too-few-attributes-for-excellent",
  "no-brand",
]);

function hints({ quality }: ListingFacts) {
  return quality?.issues.filter((issue) => keys.has(issue.key)) ?? [];
}

export const missingAttributes: ListingRule = {
  id: "missing-attributes",
  group: "quality",
  inputs: ["hints"],
  condition(facts) {
    const open = hints(facts);
    const [first] = open;
    return isOnSale(facts) && first !== undefined
      ? figures(["hints", open.length], ["vendorText", first.text, "text"], ["units30d", facts.units30d])
      : undefined;
  },
  measure: { metric: "open-hints", unit: "count", read: (facts) => (facts.quality === null ? null : hints(facts).length), goal: () => 0 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(35, facts.units30d),
};
