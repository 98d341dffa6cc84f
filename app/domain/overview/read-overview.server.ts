import { and, desc, eq, gt, gte, isNull, or, sql } from "drizzle-orm";
import { toFeedEntry } from "#db/mutate.server.ts";
import { apiKeys, invitations, users } from "#db/schema/accounts.ts";
import { proposals } from "#db/schema/agents.ts";
import { auditLog } from "#db/schema/audit.ts";
import { channels } from "#db/schema/channels.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { questions } from "#db/schema/service.ts";
import { isAuditAction } from "../audit/actions.ts";
import type { Feed } from "../audit/feed-entry.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { countByDay, type DayCount } from "./count-by-day.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const shownDays = 14;
const shownEntries = 12;

export type Overview = {
  members: number;
  activeKeys: number;
  waitingInvitations: number;
  deadLetters: number;
  /** Channels that somebody must authorise again. */
  channelsToMend: number;
  openQuestions: number;
  /** What agents want and wait for somebody to decide. */
  openProposals: number;
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
  const hour = sql<number>`${auditLog.at} / ${hourMs}`;
  const { db } = ctx;
  const [members, activeKeys, waitingInvitations, unsolved, channelsToMend, openQuestions, openProposals, hours, feed] = await Promise.all([
    db.count(users),
    db.count(apiKeys, and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)))),
    db.count(invitations, and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))),
    db.count(deadLetters, isNull(deadLetters.resolvedAt)),
    db.count(channels, eq(channels.state, "attention")),
    db.count(questions, eq(questions.state, "open")),
    db.count(proposals, eq(proposals.state, "open")),
    db.countBy(auditLog, hour, and(eq(auditLog.inFeed, true), gte(auditLog.at, since))),
    db.all(auditLog, { where: eq(auditLog.inFeed, true), orderBy: desc(auditLog.id), limit: shownEntries }),
  ]);
  const perHour = hours.map(([value, rows]) => ({ atMs: value * hourMs, rows }));
  const days = countByDay(perHour, { nowMs: now, days: shownDays, timeZone });
  const current = days.reduce((sum, day) => sum + day.count, 0);
  const total = perHour.reduce((sum, one) => sum + one.rows, 0);
  return {
    members,
    activeKeys,
    waitingInvitations,
    deadLetters: unsolved,
    channelsToMend,
    openQuestions,
    openProposals,
    days,
    changes: { current, previous: Math.max(0, total - current) },
    feed: feed.flatMap((row) => {
      const { action } = row;
      return isAuditAction(action) ? [toFeedEntry({ ...row, action })] : [];
    }),
  };
}
