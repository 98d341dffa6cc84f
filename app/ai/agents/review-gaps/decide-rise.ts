import type { Proposal } from "#app/domain/agents/outcome.ts";
import type { ReviewGap } from "#app/domain/reviews/gap-row.ts";
import { isSudden } from "#app/domain/text/trend.ts";
import { type Conclusion, conclude } from "../shared/conclude.ts";
import { factsOf, subjectOf } from "./gap-facts.ts";
import type { ReviewsSeen } from "./seen.ts";

const rules = {
  alert: { id: "review-gaps.sudden-rise", version: 1 },
  danger: { id: "review-gaps.danger", version: 1 },
} as const;
const validForMs = 24 * 3_600_000;

/** What suddenly many more complain about, and where somebody could come to harm: somebody should know today. */
export function decideRise({ gaps, places }: ReviewsSeen): Conclusion[] {
  const alerted = new Set<string>();
  return gaps.flatMap((gap) => {
    const isDanger = gap.severity === "dangerous" && gap.state === "open";
    if (gap.state === "dismissed" || (!isDanger && !isSudden(gap.trend))) return [];
    const place = gap.productId === null ? undefined : places.get(gap.productId);
    const { recent, earlier } = gap.trend;
    const facts = { ...factsOf(gap), recent: recent.found, recentOf: recent.of, earlier: earlier.found, earlierOf: earlier.of };
    // A zone has one alert of a kind: the heaviest complaint has it.
    const proposal = place === undefined || alerted.has(place.zoneId) ? undefined : alertOf(gap, place.zoneId, isDanger);
    if (place !== undefined) alerted.add(place.zoneId);
    const rule = isSudden(gap.trend) ? rules.alert : rules.danger;
    const subject = subjectOf(gap);
    if (proposal === undefined) return [conclude(rule, { verdict: "found", subject, facts })];
    return [conclude(rule, { verdict: "proposed", subject, facts, proposal })];
  });
}

function alertOf({ title, quotes, trend: { recent } }: ReviewGap, zoneId: string, isDanger: boolean): Proposal {
  const quote = quotes.find(({ text }) => text.length <= 180)?.text ?? "";
  const facts = { product: title.slice(0, 180), quote, recent: recent.found };
  const severity = isDanger ? ("wrong" as const) : ("watch" as const);
  return {
    key: `rise:${zoneId}`,
    call: { tool: "raise-alert", input: { zoneId, kind: "complaints-rising", severity, facts } },
    effect: { recent: recent.found },
    group: null,
    validForMs,
  };
}
