import { and, asc, gte, inArray, max, sql } from "drizzle-orm";
import { chunks } from "#app/platform/chunks.ts";
import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import { mutate } from "#db/mutate.server.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { patternTallies } from "#db/schema/patterns.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { asksToCount } from "./events.ts";
import { isCountable } from "./next-count.ts";
import { shopTimeZone } from "./time-zone.server.ts";

const quarterMs = 900_000;
/** What arrived while something was being counted may not have been seen by it. */
const overlapMs = 3_600_000;
const askedAtOnce = 60;

/**
 * Has each day counted that is over and was not, or of which sessions came since: offline ones may come days later. What was
 * asked for already and waits is not asked for again.
 */
export async function countDueDays(ctx: ServiceContext): Promise<{ days: string[] }> {
  requirePermission(ctx, "shoppers:write");
  const timeZone = await shopTimeZone(ctx);
  const now = ctx.clock.now();
  const arrived = await arrivedSince(ctx, await lastLook(ctx), timeZone);
  const over = [...arrived].filter(([day]) => isCountable(startOfDayMs(nextDay(day), timeZone), now));
  const counted = await countedAtOf(
    ctx,
    over.map(([day]) => day),
  );
  const days = over.flatMap(([day, lastAt]) => ((counted.get(day) ?? -1) <= lastAt ? [day] : [])).toSorted();
  for (const some of chunks(days, askedAtOnce)) {
    const asksFor = some.map((startDay) => asksToCount(ctx.workspaceId, { period: "day", startDay }));
    await mutate(ctx, { writes: [], audit: "mirrored", asksFor });
  }
  return { days };
}

async function lastLook(ctx: ServiceContext): Promise<number> {
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ at: sql<number | null>`max(${patternTallies.countedAt})` })
      .from(patternTallies)
      .where(and(scope(patternTallies), sql`${patternTallies.period} = 'day'`)),
  );
  return row?.at == null ? 0 : row.at - overlapMs;
}

/** When the last session of each day came, of those that came since. Days begin on quarters of an hour everywhere. */
async function arrivedSince(ctx: ServiceContext, sinceMs: number, timeZone: string): Promise<Map<string, number>> {
  const quarter = sql<number>`${shopperSessions.startedAt} / ${sql.raw(String(quarterMs))}`;
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ quarter: quarter.as("quarter"), lastAt: max(shopperSessions.createdAt) })
      .from(shopperSessions)
      .where(and(scope(shopperSessions), gte(shopperSessions.createdAt, sinceMs)))
      .groupBy(quarter)
      .orderBy(asc(quarter)),
  );
  const days = new Map<string, number>();
  for (const row of rows) {
    const day = zonedDay(row.quarter * quarterMs, timeZone);
    days.set(day, Math.max(days.get(day) ?? 0, row.lastAt ?? 0));
  }
  return days;
}

async function countedAtOf(ctx: ServiceContext, days: readonly string[]): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (const some of chunks(days, 90)) {
    const rows = await ctx.db.read((orm, scope) =>
      orm
        .select({ startDay: patternTallies.startDay, countedAt: patternTallies.countedAt })
        .from(patternTallies)
        .where(and(scope(patternTallies), sql`${patternTallies.period} = 'day'`, inArray(patternTallies.startDay, some))),
    );
    for (const { startDay, countedAt } of rows) known.set(startDay, countedAt);
  }
  return known;
}
