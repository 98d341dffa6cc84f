import { openPage } from "../remedy.ts";
import { bySales, figures } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

function warnings({ quality }: ListingFacts) {
  return quality?.issues.filter((issue) => issue.harmful) ?? [];
}

/** A warning lowers the score until it is mended, whatever else is good. */
export const harmfulWarning: ListingRule = {
  id: "harmful-warning",
  group: "quality",
  inputs: ["hints", "qualityScore"],
  condition(facts) {
    const open = warnings(facts);
    const [first] = open;
    return facts.status !== "closed" && first !== undefined
      ? figures(
          ["warnings", open.length],
          ["vendorText", first.text, "text"],
          ["qualityScore", facts.quality?.score ?? 0],
          ["units30d", facts.units30d],
        )
      : undefined;
  },
  measure: { metric: "warnings", unit: "count", read: (facts) => (facts.quality === null ? null : warnings(facts).length), goal: () => 0 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => bySales(55, facts.units30d),
};
