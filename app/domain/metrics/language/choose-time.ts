import { catalogue } from "../catalogue.ts";
import type { Comparison, DimensionId, Grain, MetricId } from "../kinds.ts";
import { comparedStretch, resolveRolling, shift } from "../period.ts";
import type { When } from "../schemas.ts";
import type { Period, Today } from "./periods/kinds.ts";
import { isSameStretch } from "./periods/read-periods.ts";
import type { Refusal } from "./plan.ts";
import type { Reading } from "./reading.ts";

type Timed = { when: When | null; compare: Comparison; atMostDays: number | null };
type Found<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

const dayMs = 86_400_000;

function daysBetween(from: string, to: string): number {
  const at = (wall: string) => Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}:00Z`);
  return (at(to) - at(from)) / dayMs;
}

function refusedPeriod(period: { refused: string }, metric: MetricId): { ok: false; refusal: Refusal } {
  if (period.refused === "period-future") return { ok: false, refusal: { reason: "period-future", metric } };
  if (period.refused === "date-ambiguous") return { ok: false, refusal: { reason: "ambiguous", metric, because: "date" } };
  return { ok: false, refusal: { reason: "period-unclear", metric } };
}

/** The stretch a number is counted over and the one beside it. Undefined where the question names none. */
export function chooseTime(metric: MetricId, reading: Reading, today: Today): Found<Timed & { isNamed: boolean }> {
  const { withinDays } = reading;
  const { periods, comparedPeriod } = newestFirst(reading);
  const [period, second] = periods;
  if (catalogue[metric].kind === "snapshot") return chooseMoment(metric, reading, today);
  if (withinDays !== null) return { ok: false, refusal: { reason: "period-unclear", metric } };
  const beside = second === undefined ? null : besideEachOther(periods, today);
  if (beside !== null) return { ok: true, value: { when: beside, compare: "previous", atMostDays: null, isNamed: true } };
  if (second !== undefined && !(period !== undefined && isSame(period, second)))
    return { ok: false, refusal: { reason: "period-unclear", metric, because: "one-at-a-time" } };
  if (period !== undefined && "refused" in period) return refusedPeriod(period, metric);
  if (period !== undefined && (period.when.rolling?.kind === "next" || period.when.from > today.now))
    return { ok: false, refusal: { reason: "period-future", metric } };
  const when = period?.when ?? null;
  const compared = chooseComparison(when, { ...reading, comparedPeriod }, today, metric);
  if (!compared.ok) return compared;
  return {
    ok: true,
    value: { when: compared.value.when ?? when, compare: compared.value.compare, atMostDays: null, isNamed: period !== undefined },
  };
}

/** "Between September and October, what changed?": the newer of two is what is told, the older what it is set beside. */
function newestFirst({ periods, comparedPeriod }: Reading): Pick<Reading, "periods" | "comparedPeriod"> {
  const [period] = periods;
  const isTurned =
    periods.length === 1 &&
    period !== undefined &&
    comparedPeriod !== null &&
    !("refused" in period) &&
    !("refused" in comparedPeriod) &&
    comparedPeriod.when.from >= period.when.to;
  return isTurned ? { periods: [comparedPeriod], comparedPeriod: period } : { periods, comparedPeriod };
}

/** "This month and last month": of two that follow on each other, the newer is told and the older beside it, so that both are. */
function besideEachOther(periods: readonly Period[], today: Today): When | null {
  const [older, newer] = periods.flatMap((one) => ("refused" in one ? [] : [one.when])).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  if (periods.length !== 2 || older === undefined || newer === undefined || newer.from > today.now) return null;
  return comparedStretch(newer, "previous", today.now)?.from === older.from && !isSameStretch(older, newer) ? newer : null;
}

function isSame(one: Period, other: Period): boolean {
  return !("refused" in one) && !("refused" in other) && isSameStretch(one.when, other.when);
}

/** What is only known as of now has no stretch; "within 10 days" is how long stock is to last. */
function chooseMoment(
  metric: MetricId,
  { periods, withinDays, compare, comparedPeriod, change }: Reading,
  today: Today,
): Found<Timed & { isNamed: boolean }> {
  const value = { when: null, compare: "none" as const, atMostDays: withinDays, isNamed: false };
  const [period] = periods;
  if (compare !== null || comparedPeriod !== null || change !== null)
    return { ok: false, refusal: { reason: "period-unclear", metric, because: "now-only" } };
  if (period === undefined)
    return withinDays !== null && metric !== "days-of-cover"
      ? { ok: false, refusal: { reason: "period-future", metric } }
      : { ok: true, value };
  if ("refused" in period) return refusedPeriod(period, metric);
  const { from, to } = period.when;
  const isToday = isSameStretch({ from, to }, resolveRolling({ kind: "this", count: 1, unit: "day", includesCurrent: false }, today.now));
  if (metric === "days-of-cover" && to > today.now) {
    const start = period.when.rolling?.kind === "next" && period.when.rolling.count > 1 ? from : today.now.slice(0, 10);
    return { ok: true, value: { ...value, atMostDays: Math.max(1, Math.ceil(daysBetween(start, to))) } };
  }
  return isToday ? { ok: true, value } : { ok: false, refusal: { reason: "period-unclear", metric, because: "now-only" } };
}

function thisUnit(unit: Grain, today: Today): When {
  const rolling = { kind: "this", count: 1, unit, includesCurrent: false } as const;
  return { ...resolveRolling(rolling, today.now), rolling };
}

/** "Compared with October", said in November, is said of November. */
function currentAfter(other: When, today: Today): When | null {
  for (const unit of ["day", "week", "month", "quarter", "year"] as const) {
    const current = thisUnit(unit, today);
    if (current.from === other.to && shift(other.from, 1, unit) === other.to) return current;
  }
  return null;
}

/** Set beside a part of the next year, only the same part of it is meant. */
function isWholeYear({ from, to }: When): boolean {
  return from.slice(4, 10) === "-01-01" && shift(from.slice(0, 10), 1, "year") === to.slice(0, 10);
}

function chooseComparison(
  when: When | null,
  { compare, comparedPeriod, change, isWhy, over }: Reading,
  today: Today,
  metric: MetricId,
): Found<{ compare: Comparison; when?: When }> {
  if (compare !== null && over !== null && when === null) {
    return { ok: true, value: { compare, when: thisUnit(over, today) } };
  }
  if (compare !== null) return { ok: true, value: { compare } };
  if (comparedPeriod === null) return { ok: true, value: { compare: change !== null || isWhy ? "previous" : "none" } };
  if ("refused" in comparedPeriod) return refusedPeriod(comparedPeriod, metric);
  const { when: other } = comparedPeriod;
  const { rolling } = other;
  const isUnitBefore = rolling?.kind === "last" && rolling.count === 1 && !rolling.includesCurrent;
  if (when === null) {
    const current = currentAfter(other, today);
    if (!isUnitBefore && current !== null) return { ok: true, value: { compare: "previous", when: current } };
    if (!isUnitBefore) return { ok: false, refusal: { reason: "period-unclear", metric, because: "comparison" } };
    return { ok: true, value: { compare: "previous", when: thisUnit(rolling.unit, today) } };
  }
  if (rolling?.unit === "year" && isUnitBefore && daysBetween(when.from, when.to) < 360) return { ok: true, value: { compare: "year" } };
  if (isWholeYear(other) && Number(when.from.slice(0, 4)) === Number(other.from.slice(0, 4)) + 1 && daysBetween(when.from, when.to) < 360)
    return { ok: true, value: { compare: "year" } };
  const fits = (how: Comparison) => {
    const stretch = comparedStretch(when, how, today.now);
    return stretch !== null && stretch.from === other.from;
  };
  if (fits("previous")) return { ok: true, value: { compare: "previous" } };
  if (fits("year")) return { ok: true, value: { compare: "year" } };
  const isBefore = isUnitBefore && when.rolling !== null;
  return isBefore
    ? { ok: true, value: { compare: "previous" } }
    : { ok: false, refusal: { reason: "period-unclear", metric, because: "comparison" } };
}

/** What is counted where nobody says over which stretch. */
const usualDays = 30;
const shortDays = 2;
const daysByDay = 62;
const daysByWeek = 200;

/** How fine time is cut where "over time" is all that was said; hours of many days are hours of the day. */
export function chooseGrain(
  metric: MetricId,
  reading: Pick<Reading, "grain" | "wanted">,
  when: When | null,
  today: Today,
): { grain: Grain | null; by: DimensionId[] } {
  const { grain, wanted } = reading;
  if (grain === null || catalogue[metric].kind === "snapshot") return { grain: null, by: [] };
  const days = when === null ? usualDays : daysBetween(when.from, when.to < today.now ? when.to : shift(today.now.slice(0, 10), 1, "day"));
  const isLong = days > shortDays;
  if (grain === "hour" && (isLong || wanted !== null) && catalogue[metric].dimensions.includes("hour-of-day"))
    return { grain: null, by: ["hour-of-day"] };
  if (grain !== "fitting") return { grain, by: [] };
  if (!isLong && catalogue[metric].grains.includes("hour")) return { grain: "hour", by: [] };
  return { grain: days <= daysByDay ? "day" : days <= daysByWeek ? "week" : "month", by: [] };
}
