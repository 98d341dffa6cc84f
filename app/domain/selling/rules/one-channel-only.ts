import { openPage } from "../remedy.ts";
import { bySales, figures } from "./parts.ts";
import type { SkuFacts, SkuRule } from "./rule.ts";

const goodSales = 10;

function channelsWith({ offers }: SkuFacts): number {
  return new Set(offers.map(({ channelId }) => channelId)).size;
}

export const oneChannelOnly: SkuRule = {
  id: "one-channel-only",
  group: "hygiene",
  inputs: ["sku", "channels", "units30d"],
  condition: (facts) =>
    facts.channels > 1 && channelsWith(facts) === 1 && facts.units30d >= goodSales
      ? figures(["units30d", facts.units30d], ["connected", facts.channels])
      : undefined,
  measure: { metric: "channels-with-sku", unit: "count", read: channelsWith, goal: (facts) => facts.channels },
  remedy: () => openPage("catalog"),
  priority: (facts) => bySales(20, facts.units30d),
};
