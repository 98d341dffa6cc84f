import { and, count, eq, max } from "drizzle-orm";
import { trendObservations } from "#db/schema/trends.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { leastDaysBefore, seriesDays } from "./judge-series.ts";
import { dayOf } from "./judge-trends.ts";
import type { TrendRegion, TrendSource } from "./ports.ts";

const dayMs = 24 * 3_600_000;
/** A day is not over when it is first told of. */
const readAgainDays = 3;

/** From which day on a source has to be asked: from its last days, or for all that is judged while little is known of it. */
export async function readKnownUntil(ctx: ServiceContext, source: TrendSource, region: TrendRegion): Promise<string> {
  requirePermission(ctx, "selling:read");
  const [known] = await ctx.db.read((orm, scope) =>
    orm
      .select({ last: max(trendObservations.day), days: count() })
      .from(trendObservations)
      .where(and(scope(trendObservations), eq(trendObservations.source, source), eq(trendObservations.region, region))),
  );
  const first = dayOf(ctx.clock.now() - (seriesDays - 1) * dayMs);
  if (known?.last == null || known.days < leastDaysBefore) return first;
  const again = dayOf(Date.parse(known.last) - readAgainDays * dayMs);
  return again > first ? again : first;
}
