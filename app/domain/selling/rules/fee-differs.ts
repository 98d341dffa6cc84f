import { openPage } from "../remedy.ts";
import { clamp, figures, money } from "./parts.ts";
import type { ChannelFacts, ChannelRule } from "./rule.ts";

const leastOrders = 5;
/** Percentages differ by category inside the price lists: only more than this is news. */
const newsBp = 2_000;

function driftBp({ fees }: ChannelFacts): number | null {
  if (fees.orders < leastOrders || fees.predictedCents <= 0) return null;
  return Math.round(((fees.chargedCents - fees.predictedCents) * 10_000) / fees.predictedCents);
}

export const feeDiffers: ChannelRule = {
  id: "fee-differs",
  group: "price",
  inputs: ["feesCharged", "feesPredicted"],
  condition(facts) {
    const drift = driftBp(facts);
    if (drift === null || Math.abs(drift) < newsBp) return undefined;
    const unit = money(facts.currency);
    const { orders, chargedCents, predictedCents } = facts.fees;
    return figures(
      ["drift", drift, "bp"],
      ["charged", chargedCents, unit],
      ["predicted", predictedCents, unit],
      ["orders", orders, "orders"],
    );
  },
  measure: { metric: "fee-drift", unit: "bp", read: driftBp, goal: () => 0 },
  remedy: (facts) => openPage("orders", facts.channelId),
  priority: (facts) => clamp(30 + Math.min(30, Math.abs(driftBp(facts) ?? 0) / 200)),
};
