import { and, eq, lt, sql } from "drizzle-orm";
import { z } from "zod";
import { makeWay } from "#app/platform/make-way.ts";
import { mutate } from "#db/mutate.server.ts";
import { recommendations, reputationDays, scoreDays } from "#db/schema/selling.ts";
import { merge, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { combineScores } from "./combine-scores.ts";
import { accountFindings, listingFindings, patternFindings, skuFindings } from "./findings.ts";
import { type Kept, keepFindings } from "./keep-findings.server.ts";
import { readAdvisedPatterns } from "./read-advised-patterns.server.ts";
import { type ChannelState, readChannelFacts } from "./read-channel-facts.server.ts";
import { type Place, readListingFacts } from "./read-listing-facts.server.ts";
import { readSkuFacts } from "./read-sku-facts.server.ts";
import { scoreOf } from "./score.ts";
import { toStoredScore } from "./stored-score.ts";

/** Rows at a time, so that a shop of any size fits into memory. */
const pageRows = 200;
/** A stretch is a step of a run: short enough to be done again after a fault, and far below what one invocation may take. */
const pagesPerStretch = 10;
/** Nobody works on more at once. */
const mostAdvised = 200;

export type AdviceRun = { opened: number; refreshed: number; settled: number };

/** Where a run stands: what it reads, behind which row, and since when it has been at it. */
const placeSchema = z.object({ startedAt: z.number(), reading: z.enum(["listings", "skus"]), afterId: z.string() });
type AdvicePlace = z.infer<typeof placeSchema>;

/**
 * Reads what the marketplaces said last, writes today's score and levels down and brings the advice up to date.
 * Safe to run at any time and again: a run that finds nothing new changes only when advice was last seen.
 */
export async function refreshAdvice(ctx: ServiceContext): Promise<AdviceRun> {
  const all: AdviceRun = { opened: 0, refreshed: 0, settled: 0 };
  for (let place: string | null = null; ;) {
    const { next, opened, refreshed, settled } = await refreshAdviceFrom(ctx, place);
    all.opened += opened;
    all.refreshed += refreshed;
    all.settled += settled;
    if (next === null) return all;
    place = next;
  }
}

/** A stretch of such a run, from the place its last stretch ended at; a run begins without one. */
export async function refreshAdviceFrom(ctx: ServiceContext, place: string | null): Promise<AdviceRun & { next: string | null }> {
  requirePermission(ctx, "selling:write");
  const states = await readChannelFacts(ctx);
  const places = new Map<string, Place>(states.map(({ id, vendor, site }) => [id, { vendor, site }]));
  const kept: Kept = { opened: 0, refreshed: 0 };
  const keep: Keep = async (...findings) => {
    const { opened, refreshed } = await keepFindings(ctx, findings.flat());
    kept.opened += opened;
    kept.refreshed += refreshed;
  };
  let at: AdvicePlace | null;
  if (place === null) {
    at = { startedAt: ctx.clock.now(), reading: "listings", afterId: "" };
    await writeDays(ctx, states);
    await keep(...states.map(({ forRules }) => accountFindings(forRules)), ...(await advisedPatterns(ctx)));
  } else at = placeSchema.parse(JSON.parse(place));
  const { startedAt } = at;
  for (let page = 0; page < pagesPerStretch && at !== null; page += 1) {
    await makeWay();
    at = await readPage(ctx, places, at, keep);
  }
  const settled = at === null ? await settleUnseen(ctx, startedAt) : 0;
  // What was there already may now say something else.
  if (kept.opened + kept.refreshed + settled > 0) {
    await mutate(ctx, { writes: [], audit: "mirrored", events: [{ type: "data.changed", area: "selling" }] });
  }
  return { ...kept, settled, next: at === null ? null : JSON.stringify(at) };
}

/** Patterns that somebody made something to do and nobody decided on yet. */
async function advisedPatterns(ctx: ServiceContext) {
  const isAdvised = and(eq(recommendations.subjectKind, "pattern"), eq(recommendations.state, "open"));
  const open = await ctx.db.all(recommendations, { where: isAdvised, limit: mostAdvised });
  const facts = await readAdvisedPatterns(
    ctx,
    open.map(({ subjectId }) => subjectId),
  );
  return [...facts.values()].map(patternFindings);
}

type Keep = (...findings: Parameters<typeof keepFindings>[1][]) => Promise<void>;

/** All listings first, then all SKUs; null behind the last of them. */
async function readPage(ctx: ServiceContext, places: Map<string, Place>, at: AdvicePlace, keep: Keep): Promise<AdvicePlace | null> {
  const { reading, afterId } = at;
  if (reading === "listings") {
    const { facts, lastId } = await readListingFacts(ctx, places, { afterId }, pageRows);
    await keep(...facts.map(listingFindings));
    return lastId === null ? { ...at, reading: "skus", afterId: "" } : { ...at, afterId: lastId };
  }
  const { skus, lastId } = await readSkuFacts(ctx, places, { afterId }, pageRows);
  await keep(...skus.map(({ id, facts }) => skuFindings(id, facts)));
  return lastId === null ? null : { ...at, afterId: lastId };
}

/** Advice whose rule no longer fires is done, whoever did it. */
async function settleUnseen(ctx: ServiceContext, startedAt: number): Promise<number> {
  const gone = and(eq(recommendations.state, "open"), lt(recommendations.lastSeenAt, startedAt));
  const settled = await ctx.db.count(recommendations, gone);
  if (settled > 0) {
    await mutate(ctx, {
      writes: [updateWhere(recommendations, gone ?? sql`false`, { state: "settled", decidedAt: startedAt })],
      audit: "mirrored",
    });
  }
  return settled;
}

/** One row a day: the last reading of the day stays. */
async function writeDays(ctx: ServiceContext, states: readonly ChannelState[]): Promise<void> {
  if (states.length === 0) return;
  const readAt = ctx.clock.now();
  const day = new Date(readAt).toISOString().slice(0, 10);
  const scored = states.map((state) => ({ ...state, score: scoreOf(state.forScore) }));
  const whole = combineScores(scored.map(({ forScore, score }) => ({ units30d: forScore.units30d, score })));
  const scores = [{ id: "", score: whole }, ...scored].map(({ id, score }) => ({
    id: ctx.ids.next("scd"),
    channelId: id,
    day,
    score: score.score,
    parts: toStoredScore(score),
    readAt,
  }));
  const levels = states.flatMap(({ id, forScore: { reputation } }) =>
    reputation === null ? [] : [{ id: ctx.ids.next("rpd"), channelId: id, day, reputation: { ...reputation }, readAt }],
  );
  await mutate(ctx, {
    writes: [
      merge(scoreDays, { key: ["workspaceId", "channelId", "day"], newest: "readAt" }, scores),
      ...(levels.length === 0 ? [] : [merge(reputationDays, { key: ["channelId", "day"], newest: "readAt" }, levels)]),
    ],
    audit: "mirrored",
  });
}
