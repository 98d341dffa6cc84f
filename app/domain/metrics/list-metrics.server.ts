import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { catalogue, type MetricEntry } from "./catalogue.ts";
import { type MetricId, metricIds } from "./kinds.ts";

export type ListedMetric = Pick<MetricEntry, "area" | "unit" | "scope" | "kind" | "dimensions" | "grains" | "better"> & { id: MetricId };

/** All numbers that the caller may ask for, and what each can be split by. */
export function listMetrics(ctx: ServiceContext): Promise<{ data: ListedMetric[]; nextCursor: null }> {
  requirePermission(ctx, "chat:read");
  const data = metricIds.flatMap((id) => {
    const { area, unit, scope, kind, dimensions, grains, better } = catalogue[id];
    return actorAllows(ctx.actor, scope) ? [{ id, area, unit, scope, kind, dimensions, grains, better }] : [];
  });
  return Promise.resolve({ data, nextCursor: null });
}
