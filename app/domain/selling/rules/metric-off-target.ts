import { missesTarget, timesTarget } from "../metric-points.ts";
import { openPage } from "../remedy.ts";
import { clamp, figures } from "./parts.ts";
import type { ChannelFacts, ChannelRule } from "./rule.ts";

/** The metric that misses its target by most; the vendor sends the target along. */
function worst({ reputation }: ChannelFacts) {
  const missed = (reputation?.metrics ?? []).flatMap((metric) =>
    metric.target !== null && missesTarget(metric)
      ? [{ metric, target: metric.target, times: timesTarget(metric.rateBp, metric.target, metric.unit === undefined) }]
      : [],
  );
  return missed.toSorted((one, other) => other.times - one.times)[0];
}

export const metricOffTarget: ChannelRule = {
  id: "metric-off-target",
  group: "reputation",
  inputs: ["rate", "target"],
  condition(facts) {
    const found = worst(facts);
    if (found === undefined) return undefined;
    const unit = found.metric.unit ?? "bp";
    return figures(["metric", found.metric.key, "metric"], ["rate", found.metric.rateBp, unit], ["target", found.target.valueBp, unit]);
  },
  measure: {
    metric: "targets-missed",
    unit: "count",
    read: ({ reputation }) => reputation?.metrics.filter(missesTarget).length ?? null,
    goal: () => 0,
  },
  remedy: (facts) => openPage("orders", facts.channelId),
  priority: (facts) => clamp(70 + Math.min(25, ((worst(facts)?.times ?? 0) - 10_000) / 400)),
};
