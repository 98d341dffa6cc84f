import { levelRank } from "../level-rank.ts";
import { openPage } from "../remedy.ts";
import { figures } from "./parts.ts";
import type { ChannelFacts, ChannelRule } from "./rule.ts";

function ranks({ vendor, reputation, bestLevel }: ChannelFacts) {
  return { now: levelRank(vendor, reputation?.level ?? null), best: levelRank(vendor, bestLevel) };
}

/** The vendor's own level, compared with itself: we never work one out. */
export const levelDropped: ChannelRule = {
  id: "level-dropped",
  group: "reputation",
  inputs: ["level", "bestLevel"],
  condition(facts) {
    const { now, best } = ranks(facts);
    if (now === undefined || best === undefined || now >= best) return undefined;
    return figures(["level", facts.reputation?.level ?? "", "level"], ["bestLevel", facts.bestLevel ?? "", "level"]);
  },
  measure: { metric: "level-step", unit: "count", read: (facts) => ranks(facts).now ?? null, goal: (facts) => ranks(facts).best ?? 0 },
  remedy: (facts) => openPage("channel", facts.channelId),
  priority: () => 98,
};
