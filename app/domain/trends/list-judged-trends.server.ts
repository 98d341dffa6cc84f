import { gt } from "drizzle-orm";
import { trends } from "#db/schema/trends.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { toTrend, type Trend } from "./trend-row.ts";

/** What somebody heard of since may stand differently. */
const oldMs = 2 * 24 * 3_600_000;

/** How trends stood when they were last judged, for whoever only looks. */
export async function listJudgedTrends(ctx: ServiceContext): Promise<Trend[]> {
  requirePermission(ctx, "selling:read");
  return (await ctx.db.all(trends, { where: gt(trends.judgedAt, ctx.clock.now() - oldMs) })).map(toTrend);
}
