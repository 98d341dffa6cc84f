import { and, eq, inArray } from "drizzle-orm";
import { chunks } from "#app/platform/chunks.ts";
import { startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";
import { patternTallies } from "#db/schema/patterns.ts";
import { sites } from "#db/schema/sites.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";
import { usualRetention } from "../sites/kinds.ts";
import { asksToCount } from "./events.ts";
import { shopTimeZone } from "./time-zone.server.ts";

const dayMs = 24 * 3_600_000;
const readAtOnce = 90;

type Asked = { key: string; event: DomainEvent };

/**
 * Asks for the days to be counted anew in which sessions began that go: what a day of few visitors tells could name one of
 * them. A day of which sessions went by their age is left as it is, since a new count would find it emptier than it was.
 */
export async function askToRecount(ctx: ServiceContext, startedAt: readonly number[]): Promise<Asked[]> {
  requirePermission(ctx, "shoppers:write");
  if (startedAt.length === 0) return [];
  const timeZone = await shopTimeZone(ctx);
  const wholeSince = ctx.clock.now() - (await shortestRetentionMs(ctx));
  const days = [...new Set(startedAt.map((ms) => zonedDay(ms, timeZone)))].filter(
    (day) => (startOfDayMs(day, timeZone) ?? 0) >= wholeSince,
  );
  const asked: Asked[] = [];
  for (const some of chunks(days.toSorted(), readAtOnce)) {
    const counted = await ctx.db.read((orm, scope) =>
      orm
        .select({ startDay: patternTallies.startDay })
        .from(patternTallies)
        .where(and(scope(patternTallies), eq(patternTallies.period, "day"), inArray(patternTallies.startDay, some))),
    );
    asked.push(...counted.map(({ startDay }) => asksToCount(ctx.workspaceId, { period: "day", startDay })));
  }
  return asked;
}

async function shortestRetentionMs(ctx: ServiceContext): Promise<number> {
  const all = await ctx.db.all(sites, { limit: 200 });
  return dayMs * Math.min(usualRetention.sessionDays, ...all.map(({ retention }) => retention.sessionDays));
}
