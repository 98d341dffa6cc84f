import { and, count, desc, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import { toFeedEntry } from "#db/mutate.server.ts";
import { apiKeys, invitations, users } from "#db/schema/accounts.ts";
import { auditLog } from "#db/schema/audit.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { isAuditAction } from "../audit/actions.ts";
import type { Feed } from "../audit/feed-entry.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { countByDay, type DayCount } from "./count-by-day.ts";

const dayMs = 24 * 3_600_000;
const shownDays = 14;
const shownEntries = 12;

export type Overview = {
  members: number;
  activeKeys: number;
  waitingInvitations: number;
  deadLetters: number;
  /** The team's changes per day in the workspace's time zone, oldest first, and the same span before. */
  days: DayCount[];
  changes: { current: number; previous: number };
  feed: Feed[];
};

/** What the first page shows, in one round trip to the database. */
export async function readOverview(ctx: ServiceContext, timeZone: string): Promise<Overview> {
  requirePermission(ctx, "activity:read");
  const now = ctx.clock.now();
  const since = now - 2 * shownDays * dayMs;
  const hour = sql<number>`${auditLog.at} / 3600000`;
  const [people, keys, waiting, letters, hours, feed] = await ctx.db.read((orm, scope) =>
    orm.batch([
      orm.select({ rows: count() }).from(users).where(scope(users)),
      orm
        .select({ rows: count() })
        .from(apiKeys)
        .where(and(scope(apiKeys), isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)))),
      orm
        .select({ rows: count() })
        .from(invitations)
        .where(and(scope(invitations), isNull(invitations.acceptedAt), isNull(invitations.revokedAt))),
      orm
        .select({ rows: count() })
        .from(deadLetters)
        .where(and(scope(deadLetters), isNull(deadLetters.resolvedAt))),
      orm
        .select({ hour, rows: count() })
        .from(auditLog)
        .where(and(scope(auditLog), eq(auditLog.inFeed, true), gte(auditLog.at, since)))
        .groupBy(hour),
      orm
        .select()
        .from(auditLog)
        .where(and(scope(auditLog), eq(auditLog.inFeed, true)))
        .orderBy(desc(auditLog.id))
        .limit(shownEntries),
    ]),
  );
  const perHour = hours.map((row) => ({ atMs: row.hour * 3_600_000, rows: row.rows }));
  const days = countByDay(perHour, { nowMs: now, days: shownDays, timeZone });
  const current = days.reduce((sum, day) => sum + day.count, 0);
  const total = perHour.reduce((sum, one) => sum + one.rows, 0);
  return {
    members: people[0]?.rows ?? 0,
    activeKeys: keys[0]?.rows ?? 0,
    waitingInvitations: waiting[0]?.rows ?? 0,
    deadLetters: letters[0]?.rows ?? 0,
    days,
    changes: { current, previous: Math.max(0, total - current) },
    feed: feed.flatMap((row) => {
      const { action } = row;
      return isAuditAction(action) ? [toFeedEntry({ ...row, action })] : [];
    }),
  };
}
