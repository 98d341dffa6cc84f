import { openPage } from "../remedy.ts";
import { figures } from "./parts.ts";
import type { ChannelFacts, ChannelRule } from "./rule.ts";

/** The one metric that keeps a green seller from the leaders' limits. */
function lastMetric({ headroom }: ChannelFacts) {
  const judged = headroom.filter(({ band }) => band !== null);
  const outside = judged.filter(({ band }) => band !== "leader");
  const [only] = outside;
  return judged.length > 1 && outside.length === 1 && only?.band === "green" ? only : undefined;
}

export const powerSellerClose: ChannelRule = {
  id: "power-seller-close",
  group: "reputation",
  inputs: ["rate", "leaderLimit", "medal"],
  condition(facts) {
    const metric = lastMetric(facts);
    const limit = metric?.limits.find(({ band }) => band === "leader");
    if (metric === undefined || limit === undefined || facts.reputation?.medal != null) return undefined;
    return figures(["metric", metric.metric, "metric"], ["rate", metric.rateBp, "bp"], ["leaderLimit", limit.limitBp, "bp"]);
  },
  measure: {
    metric: "metrics-behind-leaders",
    unit: "count",
    read: ({ headroom }) => headroom.filter(({ band }) => band !== null && band !== "leader").length,
    goal: () => 0,
  },
  remedy: (facts) => openPage("channel", facts.channelId),
  priority: () => 40,
};
