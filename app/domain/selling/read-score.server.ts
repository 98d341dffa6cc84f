import { and, asc, eq, gte } from "drizzle-orm";
import { scoreDays } from "#db/schema/selling.ts";
import type { VendorId } from "../channels/ports.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { combineScores } from "./combine-scores.ts";
import { readChannelFacts } from "./read-channel-facts.server.ts";
import { scoreOf } from "./score.ts";
import type { Score } from "./score-types.ts";

const dayMs = 24 * 3_600_000;
const shownDays = 30;

/** The vendor's own verdict, as it gave it. */
export type Level = { level: string | null; medal: string | null; withoutProtection: string | null; protectedUntilMs: number | null };
export type ChannelScore = Score & { channelId: string; name: string; vendor: VendorId; units30d: number; level: Level | null };
export type ScoreDay = { day: string; score: number };
export type ScoreReport = {
  workspace: Score;
  channels: ChannelScore[];
  /** Of the workspace, oldest first; days on which nothing was read are not there. */
  history: ScoreDay[];
};

/** The Super Seller Score right now: of every channel and of the workspace, with what each lost point rests on. */
export async function readScore(ctx: ServiceContext): Promise<ScoreReport> {
  requirePermission(ctx, "selling:read");
  const [states, history] = await Promise.all([readChannelFacts(ctx), scoreHistory(ctx)]);
  const channels = states.map(({ id, name, vendor, forScore }): ChannelScore => {
    const { reputation, units30d } = forScore;
    const level =
      reputation === null
        ? null
        : {
            level: reputation.level,
            medal: reputation.medal,
            withoutProtection: reputation.levelWithoutProtection,
            protectedUntilMs: reputation.protectedUntilMs,
          };
    return { ...scoreOf(forScore), channelId: id, name, vendor, units30d, level };
  });
  return { workspace: combineScores(channels.map((channel) => ({ units30d: channel.units30d, score: channel }))), channels, history };
}

async function scoreHistory(ctx: ServiceContext): Promise<ScoreDay[]> {
  const since = new Date(ctx.clock.now() - (shownDays - 1) * dayMs).toISOString().slice(0, 10);
  const rows = await ctx.db.all(scoreDays, {
    where: and(eq(scoreDays.channelId, ""), gte(scoreDays.day, since)),
    orderBy: asc(scoreDays.day),
  });
  return rows.flatMap(({ day, score }) => (score === null ? [] : [{ day, score }]));
}
