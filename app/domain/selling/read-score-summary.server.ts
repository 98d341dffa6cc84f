import { and, asc, count, eq, gte, inArray } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { recommendations, scoreDays } from "#db/schema/selling.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Tightest } from "./headroom.ts";
import type { ScoreGap } from "./score-types.ts";
import { parseStoredScore } from "./stored-score.ts";

const dayMs = 24 * 3_600_000;
const shownDays = 30;

export type ScoreSummary = {
  /** The latest reading; null before the first, and where it found nothing to judge. */
  score: number | null;
  /** Why there is none; null where there is one. */
  gap: ScoreGap | "not-read" | null;
  readAt: number | null;
  /** The score a week before, to compare with. */
  weekAgo: number | null;
  history: number[];
  /** The colour that will be lost first, and on which channel. */
  tightest: (Tightest & { channelName: string }) | null;
  openAdvice: number;
};

/** The score in a nutshell, from what the last reading wrote down: cheap enough for a first page. */
export async function readScoreSummary(ctx: ServiceContext): Promise<ScoreSummary> {
  requirePermission(ctx, "selling:read");
  const now = ctx.clock.now();
  const dayOf = (daysAgo: number) => new Date(now - daysAgo * dayMs).toISOString().slice(0, 10);
  const [days, names, open] = await ctx.db.readAll((orm, scope) => [
    orm
      .select()
      .from(scoreDays)
      .where(and(scope(scoreDays), gte(scoreDays.day, dayOf(shownDays - 1))))
      .orderBy(asc(scoreDays.day)),
    orm
      .select({ id: channels.id, name: channels.name })
      .from(channels)
      .where(and(scope(channels), inArray(channels.state, ["active", "paused", "attention"]))),
    orm
      .select({ rows: count() })
      .from(recommendations)
      .where(and(scope(recommendations), eq(recommendations.state, "open"))),
  ]);
  // What was connected once is not what is sold today.
  const whole = names.length === 0 ? [] : days.filter(({ channelId }) => channelId === "");
  const latest = whole.at(-1);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const lines = days.flatMap(({ channelId, day, parts }) => {
    const channelName = nameOf.get(channelId);
    const tightest = day === latest?.day ? parseStoredScore(parts)?.tightest : undefined;
    return channelName === undefined || tightest == null ? [] : [{ ...tightest, channelName }];
  });
  return {
    score: latest?.score ?? null,
    gap: gapOf(names.length, latest),
    readAt: latest?.readAt ?? null,
    weekAgo: whole.findLast(({ day, score }) => score !== null && day <= dayOf(7))?.score ?? null,
    history: whole.flatMap(({ score }) => score ?? []),
    tightest: lines.toSorted((one, other) => one.orders - other.orders)[0] ?? null,
    openAdvice: open[0]?.rows ?? 0,
  };
}

function gapOf(channelsLeft: number, latest: { score: number | null } | undefined): ScoreSummary["gap"] {
  if (channelsLeft === 0) return "no-channel";
  if (latest === undefined) return "not-read";
  return latest.score === null ? "nothing-to-judge" : null;
}
