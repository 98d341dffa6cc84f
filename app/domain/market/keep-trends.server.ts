import { isNotNull, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { trendSightings } from "#db/schema/market.ts";
import { trends } from "#db/schema/trends.ts";
import { insertOnce } from "#db/writes.ts";
import { chunks } from "#app/platform/chunks.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { type LastTrend, trendNews } from "./trend-sightings.ts";

const atOnce = 200;

/** Keeps when a trend about own goods began, turned or became calm: as it stands after each look, a row for each change. */
export async function keepTrends(ctx: ServiceContext): Promise<number> {
  requirePermission(ctx, "selling:write");
  const now = ctx.clock.now();
  const about = await ctx.db.all(trends, { where: isNotNull(trends.match) });
  let kept = 0;
  for (const some of chunks(about, atOnce)) {
    const last = await lastSeen(
      ctx,
      some.map(({ id }) => id),
    );
    const rows = trendNews(some, last).map((news) => ({ id: ctx.ids.next("tsi"), ...news, seenAt: now }));
    if (rows.length > 0) await mutate(ctx, { writes: [insertOnce(trendSightings, ...rows)], audit: "mirrored" });
    kept += rows.length;
  }
  return kept;
}

/** The newest row of each trend, each found by its key. */
async function lastSeen(ctx: ServiceContext, trendIds: readonly string[]): Promise<Map<string, LastTrend>> {
  const newest = sql`select (select own.id from trend_sightings as own where own.workspace_id = ${ctx.workspaceId}
    and own.trend_id = asked.value order by own.seen_at desc limit 1) from json_each(${JSON.stringify(trendIds)}) as asked`;
  const rows = await ctx.db.all(trendSightings, { where: sql`${trendSightings.id} in (${newest})`, isLed: true });
  return new Map(rows.map(({ trendId, direction, productId, listingId }) => [trendId, { direction, productId, listingId }]));
}
