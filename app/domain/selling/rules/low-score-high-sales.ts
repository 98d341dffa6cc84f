import { openPage } from "../remedy.ts";
import { clamp, figures, isOnSale } from "./parts.ts";
import type { ListingRule } from "./rule.ts";

const low = 70;
const manyUnits = 10;
/** Where the listings of good sellers stand; weights of single hints are not published, so no sum is promised. */
const aim = 85;

export const lowScoreHighSales: ListingRule = {
  id: "low-score-high-sales",
  group: "quality",
  inputs: ["qualityScore", "units30d"],
  condition: (facts) =>
    isOnSale(facts) && facts.quality !== null && facts.quality.score < low && facts.units30d >= manyUnits
      ? figures(["qualityScore", facts.quality.score], ["units30d", facts.units30d], ["hints", facts.quality.issues.length])
      : undefined,
  measure: { metric: "quality-score", unit: "points", read: (facts) => facts.quality?.score ?? null, goal: () => aim },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => clamp(50 + (low - (facts.quality?.score ?? low)) / 2 + Math.min(20, facts.units30d / 5)),
};
