import { and, eq, gte, lt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { trendObservations, trends } from "#db/schema/trends.ts";
import { merge, removeWhere, updateWhere } from "#db/writes.ts";
import { chunks } from "#app/platform/chunks.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { seriesDays } from "./judge-series.ts";
import { dayOf, type JudgedTrend, judgeTrends } from "./judge-trends.ts";
import { goodsMatcher } from "./match-goods.ts";
import { ownGoods } from "./own-goods.server.ts";
import { toTrend, type Trend } from "./trend-row.ts";

const dayMs = 24 * 3_600_000;
const atOnce = 100;
/** What has to do with own goods stands before everything else. */
const ownGoodsScore = 1_000;
const forgottenAfterMs = 180 * dayMs;

/** Judges anew everything that is kept of the last six weeks. What people decided of a trend stays. */
export async function refreshTrends(ctx: ServiceContext): Promise<Trend[]> {
  requirePermission(ctx, "selling:write");
  const now = ctx.clock.now();
  const since = dayOf(now - (seriesDays - 1) * dayMs);
  const [kept, goods] = await Promise.all([ctx.db.all(trendObservations, { where: gte(trendObservations.day, since) }), ownGoods(ctx)]);
  const match = goodsMatcher(goods);
  const judged = judgeTrends(kept, now).map((trend) => ({ ...trend, match: match(trend.term)[0] ?? null }));
  const rows = judged.map((trend) => ({
    ...trend,
    id: ctx.ids.next("trd"),
    state: "open",
    score: scoreOf(trend) + (trend.match === null ? 0 : ownGoodsScore),
    why: null,
    judgedAt: now,
    decidedAt: null,
  }));
  for (const some of chunks(rows, atOnce)) {
    const how = { key: ["workspaceId", "region", "termKey"], newest: "judgedAt", keep: ["state", "decidedAt"], fill: ["why"] } as const;
    await mutate(ctx, {
      writes: [merge(trends, { ...how, key: [...how.key], keep: [...how.keep], fill: [...how.fill] }, some)],
      audit: "mirrored",
    });
  }
  // Of what no source has told for six weeks nothing moves any more.
  const calm = updateWhere(trends, lt(trends.judgedAt, now), { direction: "steady", score: 0 });
  const forgotten = and(eq(trends.state, "open"), lt(trends.judgedAt, now - forgottenAfterMs));
  await mutate(ctx, {
    writes: [calm, ...(forgotten === undefined ? [] : [removeWhere(trends, forgotten)])],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "selling" }],
  });
  return (await ctx.db.all(trends, { where: gte(trends.judgedAt, now) })).map(toTrend);
}

/** What is sure and great comes first; what is new stands between. */
function scoreOf({ direction, changePercent, sureness }: JudgedTrend): number {
  switch (direction) {
    case "rising":
    case "falling":
      return sureness + Math.min(300, Math.abs(changePercent ?? 0));
    case "new":
      return 150;
    case "steady":
      return 0;
    default:
      return direction satisfies never;
  }
}
