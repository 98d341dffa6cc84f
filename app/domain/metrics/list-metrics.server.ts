import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { catalogue, type MetricEntry } from "./catalogue.ts";
import { type DimensionId, type Grain, type MetricId, metricIds } from "./kinds.ts";
import { wordsOf } from "./words/words.ts";

export type ListedMetric = Pick<MetricEntry, "area" | "unit" | "scope" | "kind" | "better"> & {
  id: MetricId;
  name: string;
  meaning: string;
  dimensions: { id: DimensionId; name: string }[];
  grains: Grain[];
};

/** All numbers that the caller may ask for, what they count, and what each can be split by, in the caller's language. */
export function listMetrics(ctx: ServiceContext): Promise<{ data: ListedMetric[]; nextCursor: null }> {
  requirePermission(ctx, "chat:read");
  const words = wordsOf(ctx.locale);
  const data = metricIds.flatMap((id): ListedMetric[] => {
    const { area, unit, scope, kind, dimensions, grains, better } = catalogue[id];
    if (!actorAllows(ctx.actor, scope)) return [];
    const { name, meaning } = words.metrics[id];
    const splits = dimensions.map((one) => ({ id: one, name: words.dimensions[one].name }));
    return [{ id, name, meaning, area, unit, scope, kind, dimensions: splits, grains: [...grains], better }];
  });
  return Promise.resolve({ data, nextCursor: null });
}
