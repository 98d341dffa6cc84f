import type { Evidence } from "#db/schema/selling.ts";
import type { SellerMetric } from "./account.ts";
import { fullPoints, type Knot, pointsOn, weightedMean } from "./curve.ts";
import { metricPoints } from "./metric-points.ts";
import { limitsFor } from "./reputation-limits.ts";
import type { ScoreFacts, ScoreLine } from "./score-types.ts";

const hourMs = 3_600_000;

/** Our own scales for what no marketplace publishes: buyers expect an answer within the hour and give up after days. */
const answerCurve: readonly Knot[] = [
  { at: 60, points: fullPoints },
  { at: 12 * 60, points: 8_000 },
  { at: 24 * 60, points: 5_000 },
  { at: 72 * 60, points: 0 },
];
const waitingCurve: readonly Knot[] = [
  { at: 4, points: fullPoints },
  { at: 24, points: 6_000 },
  { at: 72, points: 2_000 },
  { at: 168, points: 0 },
];
const lateCurve: readonly Knot[] = [
  { at: 0, points: fullPoints },
  { at: 300, points: 8_000 },
  { at: 1_000, points: 5_000 },
  { at: 2_200, points: 0 },
];
/** Every tenth of the sales that cannot be made costs a fifth of the points. */
const outCurve: readonly Knot[] = [
  { at: 0, points: fullPoints },
  { at: 5_000, points: 0 },
];
const placePoints = new Map([
  ["winning", 10_000],
  ["sharing", 7_500],
  ["competing", 3_000],
  ["listed", 4_000],
  ["ok", 10_000],
  ["lowest", 10_000],
  ["high", 5_000],
  ["highest", 2_000],
]);

export type PartResult = { points: number; lines: ScoreLine[] } | undefined;

/** What the marketplace measured, as far as there was something to measure. */
export function judgedMetrics({ reputation, hasSales }: Pick<ScoreFacts, "reputation" | "hasSales">): readonly SellerMetric[] {
  return hasSales ? (reputation?.metrics ?? []) : [];
}

/** The worst metric decides, as it does for the platform. */
export function reputationPart(facts: ScoreFacts): PartResult {
  const { vendor, site, nowMs } = facts;
  const lines = judgedMetrics(facts).flatMap((metric): ScoreLine[] => {
    const points = metricPoints(metric, { vendor, site, atMs: nowMs });
    if (points === undefined) return [];
    const limits = limitsFor({ vendor, site, metric: metric.key, atMs: nowMs });
    const evidence: Evidence = [{ key: "rate", value: metric.rateBp, unit: metric.unit ?? "bp" }];
    if (metric.count !== null) evidence.push({ key: "cases", value: metric.count });
    if (limits !== undefined) evidence.push({ key: "greenLimit", value: limits.green, unit: "bp" });
    else if (metric.target !== null) evidence.push({ key: "target", value: metric.target.valueBp, unit: metric.unit ?? "bp" });
    return [{ rule: limits === undefined ? "metric-target" : "metric-limits", subject: metric.key, points, evidence }];
  });
  if (lines.length === 0) return undefined;
  return { points: Math.min(...lines.map((line) => line.points)), lines };
}

/** By units sold; all alike while nothing is sold. */
export function qualityPart({ quality }: ScoreFacts): PartResult {
  const { listings, scoreSum, units, scoreByUnits } = quality;
  if (listings === 0) return undefined;
  const points = Math.round(units > 0 ? (scoreByUnits * 100) / units : (scoreSum * 100) / listings);
  const evidence: Evidence = [
    { key: "listings", value: listings },
    { key: "units30d", value: units },
    { key: "meanScore", value: points, unit: "centi" },
  ];
  return { points, lines: [{ rule: "listing-quality", subject: "", points, evidence }] };
}

export function servicePart({ answerMinutes, questions, dispatch, nowMs }: ScoreFacts): PartResult {
  const lines: ScoreLine[] = [];
  const minutes = answerMinutes ?? (questions.answered > 0 ? Math.round(questions.answerMinutesSum / questions.answered) : null);
  if (minutes !== null) {
    const evidence: Evidence = [{ key: "answerTime", value: minutes, unit: "minutes" }];
    lines.push({ rule: "answer-time", subject: "", points: pointsOn(answerCurve, minutes), evidence });
  }
  if (questions.open > 0 && questions.oldestAskedAtMs !== null) {
    const hours = Math.floor((nowMs - questions.oldestAskedAtMs) / hourMs);
    const evidence: Evidence = [
      { key: "open", value: questions.open },
      { key: "oldest", value: hours, unit: "hours" },
    ];
    lines.push({ rule: "waiting-questions", subject: "", points: pointsOn(waitingCurve, hours), evidence });
  } else if (minutes !== null)
    lines.push({ rule: "waiting-questions", subject: "", points: fullPoints, evidence: [{ key: "open", value: 0 }] });
  if (dispatch.due > 0) {
    const lateBp = Math.round((dispatch.late * 10_000) / dispatch.due);
    const evidence: Evidence = [
      { key: "due30d", value: dispatch.due },
      { key: "late30d", value: dispatch.late },
      { key: "lateRate", value: lateBp, unit: "bp" },
    ];
    lines.push({ rule: "dispatch", subject: "", points: pointsOn(lateCurve, lateBp), evidence });
  }
  return meanOf(lines);
}

export function outOfStockBp({ stock }: ScoreFacts): number | undefined {
  return stock.soldUnits > 0 ? Math.round((stock.outUnits * 10_000) / stock.soldUnits) : undefined;
}

export function stockPricePart(facts: ScoreFacts): PartResult {
  const lines: ScoreLine[] = [];
  const today = outOfStockBp(facts);
  if (today !== undefined) {
    const days = [...facts.stock.earlierOutBp, today];
    const mean = Math.round(days.reduce((sum, bp) => sum + bp, 0) / days.length);
    const evidence: Evidence = [
      { key: "outToday", value: today, unit: "bp" },
      { key: "outMean", value: mean, unit: "bp" },
      { key: "daysCounted", value: days.length },
    ];
    lines.push({ rule: "out-of-stock", subject: "", points: pointsOn(outCurve, mean), evidence });
  }
  const judged = facts.prices.flatMap(({ state, listings, units }) => {
    const value = placePoints.get(state);
    return value === undefined ? [] : [{ value, listings, units, state }];
  });
  const hasSales = judged.some(({ units }) => units > 0);
  const points = weightedMean(judged.map(({ value, listings, units }) => ({ value, weight: hasSales ? units : listings })));
  if (points !== undefined) {
    const evidence = judged.map(({ state, listings }) => ({ key: state, value: listings }));
    lines.push({ rule: "price-position", subject: "", points, evidence });
  }
  return meanOf(lines);
}

function meanOf(lines: ScoreLine[]): PartResult {
  if (lines.length === 0) return undefined;
  return { points: Math.round(lines.reduce((sum, line) => sum + line.points, 0) / lines.length), lines };
}
