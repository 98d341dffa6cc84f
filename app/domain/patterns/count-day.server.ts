import { and, asc, eq, gte, lt, ne, or, sql } from "drizzle-orm";
import { nextDay, startOfDayMs, zonedStamp } from "#app/platform/zoned-days.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import type { ServiceContext } from "../context.ts";
import { interactionIdOf } from "../interactions/policy.ts";
import { addTallies } from "./add-tallies.ts";
import { countedFeaturesSchema } from "./counted-features.ts";
import { weekdayOf } from "./period.ts";
import type { Tally } from "./tally.ts";
import { type CountedSession, tallySessions, type WallClock } from "./tally-sessions.ts";
import { shopTimeZone } from "./time-zone.server.ts";

const atOnce = 500;
const quarterMs = 900_000;

type Place = { startedAt: number; id: string };

/** Counts the sessions that began on a day of the workspace's calendar; undefined for what is no day of it. */
export async function countDay(ctx: ServiceContext, day: string): Promise<Tally | undefined> {
  const timeZone = await shopTimeZone(ctx);
  const [fromMs, untilMs] = [startOfDayMs(day, timeZone), startOfDayMs(nextDay(day), timeZone)];
  if (fromMs === undefined || untilMs === undefined) return undefined;
  const rule = { weekday: weekdayOf(day), wallClock: clockOf(timeZone) };
  const parts: Tally[] = [];
  let last: Place | undefined;
  do {
    const { sessions, next } = await readSessions(ctx, { fromMs, untilMs }, last);
    parts.push(tallySessions(sessions, rule));
    last = next;
  } while (last !== undefined);
  const weekdays = Array.from({ length: 7 }, (_, weekday) => (weekday === rule.weekday ? 1 : 0));
  return { ...addTallies(parts), weekdays };
}

async function readSessions(
  ctx: ServiceContext,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
  last: Place | undefined,
): Promise<{ sessions: CountedSession[]; next: Place | undefined }> {
  const { startedAt, id, isBot, features, endedBy } = shopperSessions;
  const after = last && or(sql`${startedAt} > ${last.startedAt}`, and(eq(startedAt, last.startedAt), sql`${id} > ${last.id}`));
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ id, startedAt, isBot, features })
      .from(shopperSessions)
      .where(and(scope(shopperSessions), gte(startedAt, last?.startedAt ?? fromMs), lt(startedAt, untilMs), ne(endedBy, "erased"), after))
      .orderBy(asc(startedAt), asc(id))
      .limit(atOnce),
  );
  const sessions = rows.flatMap((row) => {
    const parsed = countedFeaturesSchema.safeParse(row.features);
    if (parsed.success) return [{ features: parsed.data, isBot: row.isBot, interactionId: interactionIdOf(row.id) }];
    ctx.logger.error({ event: "unexpected.error", where: "patterns.count-day", error: parsed.error, details: { sessionId: row.id } });
    return [];
  });
  const final = rows.at(-1);
  return { sessions, next: rows.length < atOnce || final === undefined ? undefined : { startedAt: final.startedAt, id: final.id } };
}

/** Clocks are the same for a quarter of an hour: no zone turns them within one. */
function clockOf(timeZone: string): WallClock {
  const known = new Map<number, ReturnType<WallClock>>();
  return (atMs) => {
    const quarter = Math.floor(atMs / quarterMs);
    const told = known.get(quarter);
    if (told !== undefined) return told;
    const stamp = zonedStamp(quarter * quarterMs, timeZone);
    const clock = { weekday: weekdayOf(stamp.slice(0, 10)), hour: Number(stamp.slice(11, 13)) };
    known.set(quarter, clock);
    return clock;
  };
}
