import { upperTail } from "#app/platform/upper-tail.ts";
import { type Candidate, changeOf, type Detector, type Look } from "../finding.ts";
import { daysOf, type Tally } from "../tally.ts";

/** What a day is judged by as a whole. */
const measures = [
  ["sessions", ({ sessions }: Tally) => sessions],
  ["baskets", ({ baskets }: Tally) => baskets],
  ["orders", ({ reached }: Tally) => reached[4] ?? 0],
  ["bots", ({ bots }: Tally) => bots],
] as const;
type Measure = (typeof measures)[number];

const leastOfWeekday = 3;
const leastTimes = 1.5;
const leastExcess = 10;
/** A median says about as much as two thirds as many means. */
const medianVariance = Math.PI / 2;

/** A day that is not like the same weekday in the weeks before, by medians: one wild day among them changes nothing. */
export const anomalies: Detector = (look) => {
  if (daysOf(look.now) !== 1) return { candidates: [], untold: 0 };
  return { candidates: measures.flatMap((measure) => judge(look, measure)), untold: 0 };
};

function judge({ now, history }: Look, [name, valueOf]: Measure): Candidate[] {
  const weekday = now.weekdays.indexOf(1);
  const byWeekday = Map.groupBy(history.parts, ({ weekdays }) => weekdays.indexOf(1));
  const same = (byWeekday.get(weekday) ?? []).map(valueOf);
  if (same.length < leastOfWeekday) return [];
  const usual = median(same);
  const value = valueOf(now);
  const residual = stable(value) - median(same.map(stable));
  // How far days usually are from the others of their weekday; never less than counts differ by chance.
  const residuals = [...byWeekday.values()].flatMap((tallies) => distances(tallies.map((tally) => stable(valueOf(tally)))));
  const scale = Math.max(1, 1.4826 * median(residuals)) * Math.sqrt(1 + medianVariance / same.length);
  const times = Math.max(value, usual) / Math.max(1, Math.min(value, usual));
  const excess = Math.round(value - usual);
  return [
    {
      kind: "anomaly",
      key: `day:${name}`,
      facts: { measure: name, usual: Math.round(usual), direction: excess > 0 ? "more" : "fewer" },
      support: value,
      outOf: now.sessions + now.bots,
      p: twoSided(Math.abs(residual) / scale, Math.max(3, residuals.length / 3)),
      effectPerMille: Math.min(10_000, Math.round((1_000 * value) / Math.max(1, usual))),
      changePercent: history.previous === undefined ? null : changeOf(value, valueOf(history.previous)),
      excess,
      interactionIds: [],
      matters: times >= leastTimes && Math.abs(excess) >= leastExcess,
    },
  ];
}

/** Counts whose scatter no longer grows with them (Anscombe). */
function stable(count: number): number {
  return 2 * Math.sqrt(count + 3 / 8);
}

/** Each against the others, with what is due to there being few of them taken out. */
function distances(values: readonly number[]): number[] {
  if (values.length < leastOfWeekday) return [];
  const shrink = Math.sqrt(1 + medianVariance / (values.length - 1));
  return values.map((value, place) => Math.abs(value - median(values.filter((_one, other) => other !== place))) / shrink);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Student's t by way of the normal distribution (Wallace), near enough far out: the scale was only estimated. */
function twoSided(t: number, freedom: number): number {
  const z = ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log1p((t * t) / freedom));
  return Math.min(1, 2 * upperTail(z));
}
