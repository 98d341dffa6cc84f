import { catalogue } from "../catalogue.ts";
import type { DimensionId, Grain, MetricId } from "../kinds.ts";
import type { MetricQuery } from "../schemas.ts";
import type { Refusal } from "./plan.ts";
import type { Limit, Reading, Wanted } from "./reading.ts";

type Ordered = Pick<MetricQuery, "order" | "limit" | "having">;
type Found<Value> = { ok: true; value: Value } | { ok: false; refusal: Refusal };
type Shape = { by: readonly DimensionId[]; grain: Grain | null };

const usualLimit = 100;
const rankedLimit = 10;
const mostRanked = 1_000;

function isDescending(metric: MetricId, { direction, isJudgement }: Wanted): boolean {
  const isTurned = isJudgement && catalogue[metric].better === "lower";
  return (direction === "most") !== isTurned;
}

/** Which rows, from which end and how many. `minor`: how many of the smallest unit make one of the shop's money. */
export function chooseOrder(
  metric: MetricId,
  reading: Reading,
  shape: Shape,
  extra: { atMostDays: number | null; minor: number },
): Found<Ordered> {
  const { wanted, top, change, isWhy, sorted } = reading;
  const hasRows = shape.by.length > 0 || shape.grain !== null;
  const having = chooseHaving(metric, reading.limit, extra);
  if (!having.ok) return having;
  if (having.value !== null && !hasRows) return { ok: false, refusal: { reason: "not-understood", metric, because: "not-by-itself" } };
  if ((wanted !== null || top !== null || sorted !== null) && !hasRows && !isWhy)
    return { ok: false, refusal: { reason: "not-understood", metric, because: "not-by-itself" } };
  const limit = Math.min(mostRanked, top ?? (!isWhy && (wanted !== null || (change !== null && hasRows)) ? rankedLimit : usualLimit));
  if (limit < 1) return { ok: false, refusal: { reason: "not-understood", metric } };
  const order = chooseOrderBy(metric, reading, shape, extra.atMostDays !== null);
  return { ok: true, value: { order, limit, having: having.value } };
}

function chooseOrderBy(
  metric: MetricId,
  { wanted, top, change, sorted }: Reading,
  shape: Shape,
  isRunningOut: boolean,
): MetricQuery["order"] {
  if (change !== null && shape.by.length > 0 && shape.grain === null) return { by: "change", isDescending: change !== "down" };
  if (sorted === null && wanted !== null) return { by: "value", isDescending: isDescending(metric, wanted) };
  if (sorted !== null) return { by: "value", isDescending: sorted === "most" };
  if (isRunningOut) return { by: "value", isDescending: false };
  return top === null ? null : { by: "value", isDescending: true };
}

function chooseHaving(
  metric: MetricId,
  limit: Limit | null,
  { atMostDays, minor }: { atMostDays: number | null; minor: number },
): Found<MetricQuery["having"]> {
  if (limit === null) return { ok: true, value: atMostDays === null ? null : { atMost: atMostDays } };
  const { unit } = catalogue[metric];
  const isMoney = unit === "money" || unit === "micro-usd";
  if ((limit.isDays && unit !== "days") || (limit.isMoney && !isMoney) || (limit.isPercent && unit !== "ratio"))
    return { ok: false, refusal: { reason: "not-understood", metric, because: "unit" } };
  // Nothing is more than all of it.
  if (unit === "ratio" && Math.max(limit.atLeast ?? 0, limit.atMost ?? 0) > 100)
    return { ok: false, refusal: { reason: "not-understood", metric, because: "unit" } };
  const isWhole = unit === "count" || unit === "money";
  const scale = (value: number): number => {
    if (unit === "money") return Math.round(value * minor);
    if (unit === "micro-usd") return Math.round(value * 1_000_000);
    return unit === "ratio" && (limit.isPercent || value > 1) ? value / 100 : value;
  };
  const strict = limit.isStrict && isWhole ? 1 : 0;
  return {
    ok: true,
    value: {
      ...(limit.atLeast === null ? {} : { atLeast: scale(limit.atLeast) + strict }),
      ...(limit.atMost === null ? {} : { atMost: scale(limit.atMost) - strict }),
    },
  };
}
