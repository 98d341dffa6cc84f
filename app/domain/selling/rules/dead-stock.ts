import { openPage } from "../remedy.ts";
import { clamp, figures, isOnSale } from "./parts.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";

const dayMs = 24 * 3_600_000;
const quietDays = 90;

function tiedUpCents({ stock, variant }: ListingFacts): number {
  return stock * (variant?.costCents ?? 0);
}

export const deadStock: ListingRule = {
  id: "dead-stock",
  group: "stock",
  inputs: ["stock", "units90d", "cost"],
  condition(facts) {
    const isOld = facts.nowMs - facts.createdAtMs >= quietDays * dayMs;
    if (!isOnSale(facts) || !isOld || facts.stock <= 0 || facts.units90d > 0) return undefined;
    return figures(["stock", facts.stock, "units"], ["days", quietDays, "days"], ["tiedUp", tiedUpCents(facts), `money:${facts.currency}`]);
  },
  measure: { metric: "units-90-days", unit: "units", read: (facts) => facts.units90d, goal: () => 1 },
  remedy: (facts) => openPage("listing", facts.id),
  priority: (facts) => clamp(15 + Math.min(35, tiedUpCents(facts) / 10_000)),
};
