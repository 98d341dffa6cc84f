import { sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { trendSightings } from "#db/schema/market.ts";
import { insertOnce } from "#db/writes.ts";
import { chunks } from "#app/platform/chunks.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { listTrendGoods } from "../trends/list-trend-goods.server.ts";
import { pairKey, trendNews } from "./trend-sightings.ts";

const atOnce = 200;

/** Keeps when a trend about own goods began, turned or became calm: as it stands after each look, a row for each change. */
export async function keepTrends(ctx: ServiceContext): Promise<number> {
  requirePermission(ctx, "selling:write");
  const seenAt = ctx.clock.now();
  const about = await listTrendGoods(ctx);
  const pairs = about.flatMap(({ id, goods }) => goods.map((good) => [id, good.id] as const));
  const rows = trendNews(about, await lastSeen(ctx, pairs)).map((news) => ({ id: ctx.ids.next("tsi"), ...news, seenAt }));
  for (const some of chunks(rows, atOnce)) await mutate(ctx, { writes: [insertOnce(trendSightings, ...some)], audit: "mirrored" });
  return rows.length;
}

/** How each trend stood for each of the goods when it was last told, each found by its key. */
async function lastSeen(ctx: ServiceContext, pairs: readonly (readonly [trendId: string, goodId: string])[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    chunks([...pairs], atOnce).map((some) => {
      const newest = sql`select (select own.id from trend_sightings as own where own.workspace_id = ${ctx.workspaceId}
        and own.trend_id = json_extract(asked.value, '$[0]') and own.good_id = json_extract(asked.value, '$[1]')
        order by own.seen_at desc limit 1) from json_each(${JSON.stringify(some)}) as asked`;
      return ctx.db.all(trendSightings, { where: sql`${trendSightings.id} in (${newest})`, isLed: true });
    }),
  );
  return new Map(found.flat().map((row) => [pairKey(row), row.direction]));
}
