import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { z } from "zod";
import { zonedDay } from "#app/platform/zoned-days.ts";
import { patternTallies } from "#db/schema/patterns.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { nextCountAt } from "./next-count.ts";
import type { Period } from "./kinds.ts";
import { daysIn, endOf, periodOf, type Stretch } from "./period.ts";
import { patternPeriodSchema } from "./schemas.ts";
import { daysOf, emptyTally, type FunnelStage, funnelStages, type Tally, tallySchema } from "./tally.ts";
import { shopTimeZone } from "./time-zone.server.ts";

export type PatternPeriod = {
  period: Period;
  startDay: string;
  /** The first day that no longer belongs to it. */
  endDay: string;
  /** Counted periods of its kind around it. */
  previousDay: string | null;
  nextDay: string | null;
  countedAt: number | null;
  nextCountAt: number;
  daysCounted: number;
  days: number;
  sessions: number;
  bots: number;
  returning: number;
  funnel: { stage: FunnelStage; reached: number }[];
  steps: { name: string; reached: number; left: number }[];
  /** Sessions by the hour they began in, Monday's first. */
  hours: number[];
  devices: Record<string, number>;
};

/** What a period was counted as; without a first day, the last that was counted. */
export async function readPatternPeriod(ctx: ServiceContext, input: z.input<typeof patternPeriodSchema> = {}): Promise<PatternPeriod> {
  requirePermission(ctx, "shoppers:read");
  const { period, startDay } = parseInput(patternPeriodSchema, input);
  const timeZone = await shopTimeZone(ctx);
  const now = ctx.clock.now();
  const latest = startDay === undefined ? await neighbour(ctx, period, "latest") : undefined;
  const stretch = periodOf(period, startDay ?? latest ?? zonedDay(now, timeZone));
  const [row, previousDay, nextDay] = await Promise.all([
    ctx.db.first(patternTallies, and(eq(patternTallies.period, period), eq(patternTallies.startDay, stretch.startDay))),
    neighbour(ctx, period, { before: stretch.startDay }),
    neighbour(ctx, period, { after: stretch.startDay }),
  ]);
  const parsed = tallySchema.safeParse(row?.tally);
  const tally = parsed.success ? parsed.data : emptyTally();
  return {
    ...stretch,
    endDay: endOf(stretch),
    previousDay: previousDay ?? null,
    nextDay: nextDay ?? null,
    countedAt: row?.countedAt ?? null,
    nextCountAt: nextCountAt(now, timeZone),
    ...figuresOf(tally, stretch),
  };
}

function figuresOf(tally: Tally, stretch: Stretch) {
  const steps = Object.entries(tally.steps.rows).toSorted(([, one], [, other]) => one.at - other.at || other.count - one.count);
  return {
    daysCounted: daysOf(tally),
    days: stretch.period === "all" ? daysOf(tally) : daysIn(stretch),
    sessions: tally.sessions,
    bots: tally.bots,
    returning: tally.returning.count,
    funnel: funnelStages.map((stage, place) => ({ stage, reached: tally.reached[place] ?? 0 })),
    steps: steps.map(([name, { count, left }]) => ({ name, reached: count, left })),
    hours: tally.hours,
    devices: tally.devices,
  };
}

async function neighbour(
  ctx: ServiceContext,
  period: Period,
  where: "latest" | { before: string } | { after: string },
): Promise<string | undefined> {
  const { startDay } = patternTallies;
  const beyond = where === "latest" ? undefined : "before" in where ? lt(startDay, where.before) : gt(startDay, where.after);
  const isUp = where !== "latest" && "after" in where;
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ startDay })
      .from(patternTallies)
      .where(and(scope(patternTallies), eq(patternTallies.period, period), beyond))
      .orderBy(isUp ? asc(startDay) : desc(startDay))
      .limit(1),
  );
  return row?.startDay;
}
