import type { SettingsOf } from "#app/domain/agents/settings.ts";
import { AppError } from "#app/domain/errors.ts";
import { keepTrends } from "#app/domain/market/keep-trends.server.ts";
import { explainTrend } from "#app/domain/trends/explain-trend.server.ts";
import { keepObservations } from "#app/domain/trends/keep-observations.server.ts";
import { trendFeedsOf, type TrendReading, type TrendRegion, trendSources, type TrendSource } from "#app/domain/trends/ports.ts";
import { listJudgedTrends } from "#app/domain/trends/list-judged-trends.server.ts";
import { readKnownUntil } from "#app/domain/trends/read-known-until.server.ts";
import { readMarketTrends } from "#app/domain/trends/read-market-trends.server.ts";
import { refreshTrends } from "#app/domain/trends/refresh-trends.server.ts";
import type { Trend } from "#app/domain/trends/trend-row.ts";
import type { Eyes } from "../brain.ts";
import { explanationQuestion } from "./prompt.ts";
import type { SourceLook, TrendsSeen } from "./seen.ts";

type Settings = SettingsOf<"global-trends">;

/** What sources told is kept first: it is theirs, and stays whatever is concluded from it. A dry look hears nothing new. */
export async function observeTrends(eyes: Eyes<Settings>): Promise<TrendsSeen> {
  const { ctx, settings, isDry, mayLook } = eyes;
  if (isDry) return { trends: await listJudgedTrends(ctx), looks: [] };
  const looks: SourceLook[] = [];
  const wanted = trendSources.flatMap((source) =>
    trendFeedsOf[source].filter((one) => isWanted(one, settings)).map((region) => ({ source, region })),
  );
  eyes.looksAhead(wanted.length);
  for (const { source, region } of wanted) {
    if (mayLook()) looks.push(await lookAt(eyes, source, region));
  }
  const judged = await refreshTrends(ctx);
  await keepTrends(ctx);
  return { trends: await explained(eyes, judged), looks };
}

function isWanted(region: TrendRegion, { brazil, unitedStates, europe }: Settings): boolean {
  return { BR: brazil, US: unitedStates, EU: europe }[region];
}

/** A source that is down costs its own figures of this look and nothing else. */
async function lookAt({ ctx }: Eyes<Settings>, source: TrendSource, region: TrendRegion): Promise<SourceLook> {
  try {
    const readings: TrendReading[] =
      source === "marketplace"
        ? await readMarketTrends(ctx)
        : await ctx.ports.trendFeeds.read(source, region, await readKnownUntil(ctx, source, region));
    if (readings.length === 0) return { source, region, state: "none", terms: 0 };
    await keepObservations(ctx, readings);
    return { source, region, state: "read", terms: new Set(readings.map(({ term }) => term)).size };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { source, region, state: error.code === "not_found" ? "none" : "silent", terms: 0 };
  }
}

/** A model may put a reason into words for what moves most; without one the figures speak for themselves. */
async function explained({ ctx, settings }: Eyes<Settings>, judged: readonly Trend[]): Promise<Trend[]> {
  const wanting = judged
    .filter(({ direction, why, state }) => direction !== "steady" && why === null && state !== "dismissed")
    .toSorted((one, other) => other.score - one.score)
    .slice(0, settings.mostExplained);
  const words = new Map<string, string>();
  for (const trend of wanting) {
    const answer = await ctx.ports.models.ask(ctx, explanationQuestion(trend));
    if (answer.source === "rules") break;
    words.set(trend.id, answer.value.why);
    await explainTrend(ctx, { id: trend.id, why: answer.value.why });
  }
  return judged.map((trend) => ({ ...trend, why: words.get(trend.id) ?? trend.why }));
}
