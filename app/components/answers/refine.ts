import { catalogue } from "#app/domain/metrics/catalogue.ts";
import type { DimensionId, Grain, MetricId } from "#app/domain/metrics/kinds.ts";
import { maxDimensions } from "#app/domain/metrics/kinds.ts";
import type { MetricQuery, When } from "#app/domain/metrics/schemas.ts";

/** From and to are placeholders: the server says what a rolling stretch means today. */
export function rolling(unit: Grain, count: number, kind: "last" | "this" = "last", includesCurrent = false): When {
  return { from: "1970-01-01", to: "1970-01-02", rolling: { kind, count, unit, includesCurrent } };
}

export const usualWhen = rolling("day", 30);

/** Another number of the same question: what the new one cannot be split or narrowed by falls away. */
export function withMetric(query: MetricQuery, metric: MetricId): MetricQuery {
  const { kind, dimensions, grains } = catalogue[metric];
  const fits = (dimension: DimensionId) => dimensions.includes(dimension);
  const isFlow = kind === "flow";
  const grain = query.grain !== null && grains.includes(query.grain) ? query.grain : null;
  return settle({
    ...query,
    metric,
    by: query.by.filter(fits),
    where: query.where.filter(({ dimension }) => fits(dimension)),
    grain: isFlow ? (grain ?? (query.grain === null ? null : (grains[0] ?? null))) : null,
    when: isFlow ? (query.when ?? usualWhen) : null,
    compare: isFlow ? query.compare : "none",
    // In the unit of the number it was, so it means nothing for another.
    having: null,
  });
}

export function withSplit(query: MetricQuery, dimension: DimensionId, isOn: boolean): MetricQuery {
  const others = query.by.filter((one) => one !== dimension);
  return settle({ ...query, by: isOn ? [...others, dimension].slice(-maxDimensions) : others });
}

export function withGrain(query: MetricQuery, grain: Grain | null): MetricQuery {
  return settle({ ...query, grain });
}

export function withFilter(query: MetricQuery, index: number, filter: MetricQuery["where"][number] | null): MetricQuery {
  const where = filter === null ? query.where.toSpliced(index, 1) : query.where.toSpliced(index, 1, filter);
  return { ...query, where };
}

/** An order by what the answer no longer holds is none. */
function settle(query: MetricQuery): MetricQuery {
  const by = query.order?.by;
  const isLost =
    (by === "time" && query.grain === null) || (by === "change" && query.compare === "none") || (by === "label" && query.by.length === 0);
  return isLost ? { ...query, order: null } : query;
}

export function withCompare(query: MetricQuery, compare: MetricQuery["compare"]): MetricQuery {
  return settle({ ...query, compare });
}
