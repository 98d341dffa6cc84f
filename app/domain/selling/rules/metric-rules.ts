import { openPage } from "../remedy.ts";
import { closeLine, clamp, figures, metricOf } from "./parts.ts";
import type { ChannelRule } from "./rule.ts";

/** "n orders until the colour is lost", for one metric. */
export function headroomRule(id: string, metric: string): ChannelRule {
  return {
    id,
    group: "reputation",
    inputs: ["rate", "sales", "limit"],
    condition(facts) {
      const line = closeLine(facts, metric);
      const known = metricOf(facts, metric);
      if (line === undefined || known === undefined) return undefined;
      return figures(
        ["orders", line.now, "orders"],
        ["band", line.band, "band"],
        ["rate", known.rateBp, "bp"],
        ["limit", line.limitBp, "bp"],
        ["cases", known.bad ?? 0],
        ["sales", known.base ?? 0],
        ...(line.in30 === null ? [] : ([["orders30", line.in30, "orders"]] as [string, number, string][])),
      );
    },
    measure: {
      metric: "headroom",
      unit: "orders",
      read: (facts) =>
        closeLine(facts, metric)?.now ?? metricOf(facts, metric)?.limits.find(({ now }) => now !== null && now >= 0)?.now ?? null,
      goal: (facts) => Math.max(5, closeLine(facts, metric)?.now ?? 0),
    },
    remedy: (facts) => openPage(metric === "claims" ? "reviews" : "orders", facts.channelId),
    priority: (facts) => clamp(95 - 8 * (closeLine(facts, metric)?.now ?? 0)),
  };
}

/** A metric that has left the green band. */
export function bandLostRule(id: string, metric: string): ChannelRule {
  return {
    id,
    group: "reputation",
    inputs: ["rate", "limit"],
    condition(facts) {
      const known = metricOf(facts, metric);
      if (known === undefined || known.band === null || known.band === "leader" || known.band === "green") return undefined;
      return figures(
        ["rate", known.rateBp, "bp"],
        ["limit", greenOf(facts, metric), "bp"],
        ["band", known.band, "band"],
        ["cases", known.bad ?? 0],
      );
    },
    measure: {
      metric: `${metric}-rate`,
      unit: "bp",
      read: (facts) => metricOf(facts, metric)?.rateBp ?? null,
      goal: (facts) => greenOf(facts, metric),
    },
    remedy: (facts) => openPage(metric === "claims" ? "reviews" : "orders", facts.channelId),
    priority: (facts) => ({ yellow: 90, orange: 96, red: 100, green: 0, leader: 0 })[metricOf(facts, metric)?.band ?? "green"],
  };
}

function greenOf(facts: Parameters<ChannelRule["priority"]>[0], metric: string): number {
  return metricOf(facts, metric)?.limits.find(({ band }) => band === "green")?.limitBp ?? 0;
}
