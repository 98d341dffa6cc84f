import type { AskedQuery } from "../answer.ts";
import { catalogue } from "../catalogue.ts";
import type { DimensionId, Grain, MetricId } from "../kinds.ts";
import { maxDimensions } from "../kinds.ts";
import type { MetricFilter, MetricQuery } from "../schemas.ts";
import type { Reading } from "./reading.ts";

type Base = Extract<AskedQuery, { type: "metric" | "why" }>;

/** Whether there is something in a question that can only be said of what was asked before. */
export function isFollowUp(reading: Reading): boolean {
  const {
    isWhy,
    by,
    loose,
    grain,
    values,
    names,
    periods,
    compare,
    comparedPeriod,
    top,
    wanted,
    limit,
    chart,
    saysAll,
    change,
    sorted,
    saysShare,
    saysEarlier,
  } = reading;
  const parts = [by, loose, values, periods].some((some) => some.length > 0);
  const marks = [grain, compare, comparedPeriod, top, wanted, limit, chart, change, sorted].some((one) => one !== null);
  return parts || marks || isWhy || saysAll || saysShare || saysEarlier || (reading.goesOn && names.length > 0) || names.length > 0;
}

export function baseOf(previous: AskedQuery | null): Base | null {
  return previous !== null && (previous.type === "metric" || previous.type === "why") ? previous : null;
}

/** The splits of the earlier question with those of this one: in their place, or beside them where "also" is said. */
export function splitOn(
  base: Base,
  asked: { by: DimensionId[]; grain: Grain | null },
  saysAlso: boolean,
): { by: DimensionId[]; grain: Grain | null } {
  const isSplit = asked.by.length > 0 || asked.grain !== null;
  if (!isSplit) return { by: base.by, grain: base.grain };
  if (!saysAlso) return asked;
  const by = [...new Set([...base.by, ...asked.by])].slice(0, maxDimensions);
  return { by, grain: asked.grain ?? base.grain };
}

/** New narrowing takes the place of earlier one of the same split. */
export function narrowOn(base: Base, filters: readonly MetricFilter[], saysAll: boolean): MetricFilter[] {
  if (saysAll) return [...filters];
  return [...base.where.filter(({ dimension }) => !filters.some((one) => one.dimension === dimension)), ...filters];
}

/** What of an earlier question another number can take over. */
export function fitTo(metric: MetricId, query: MetricQuery): MetricQuery {
  const { dimensions, grains, kind } = catalogue[metric];
  const isMoment = kind === "snapshot";
  return {
    ...query,
    metric,
    by: query.by.filter((one) => dimensions.includes(one)),
    where: query.where,
    grain: query.grain !== null && grains.includes(query.grain) ? query.grain : null,
    when: isMoment ? null : query.when,
    compare: isMoment ? "none" : query.compare,
    having: null,
    order: query.order?.by === "value" || query.order?.by === "label" ? query.order : null,
  };
}
