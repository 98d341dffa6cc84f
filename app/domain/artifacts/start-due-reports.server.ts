import { asc, lte } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { mutate } from "#db/mutate.server.ts";
import { reportSchedules, reportSendings } from "#db/schema/artifacts.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { insertOnce, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { peopleOf, recipientsOf, zoneOf } from "./find-schedule.server.ts";
import { nextOccurrence, occurrenceName } from "./rhythm.ts";
import { type ScheduleRow, storedRhythm } from "./schedule-row.ts";

const startedAtOnce = 50;
/** What nobody could send for this long is old news: it waits for its next time. */
const patienceMs = 6 * 3_600_000;

/** Across all workspaces, those with a mail to send. */
export async function workspacesWithDueReports(orm: Orm, nowMs: number): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ workspaceId: reportSchedules.workspaceId })
    .from(reportSchedules)
    .where(lte(reportSchedules.nextAt, nowMs));
  return rows.map((row) => row.workspaceId);
}

/**
 * Asks for the mails that are due, one a person, in the same batch that moves the schedule on: whoever else looks at the same
 * moment finds it moved, and a crash before leaves it due.
 */
export async function startDueReports(ctx: ServiceContext): Promise<{ sendings: number }> {
  requirePermission(ctx, "chat:write");
  const due = await ctx.db.all(reportSchedules, {
    where: lte(reportSchedules.nextAt, ctx.clock.now()),
    orderBy: asc(reportSchedules.nextAt),
    limit: startedAtOnce,
  });
  const timeZone = await zoneOf(ctx);
  let sendings = 0;
  for (const row of due) sendings += await start(ctx, row, timeZone);
  return { sendings };
}

async function start(ctx: ServiceContext, row: ScheduleRow, timeZone: string): Promise<number> {
  const rhythm = storedRhythm(row);
  const now = ctx.clock.now();
  const dueAt = row.nextAt ?? now;
  const isLate = now - dueAt > patienceMs;
  const rows = rhythm === undefined || isLate ? [] : await rowsFor(ctx, row, occurrenceName(rhythm, dueAt, timeZone));
  const nextAt = rhythm === undefined ? null : nextOccurrence(rhythm, { afterMs: now, timeZone }).atMs;
  try {
    await mutate(ctx, {
      writes: [update(reportSchedules, row, { nextAt }), ...(rows.length === 0 ? [] : [insertOnce(reportSendings, ...rows)])],
      audit: "mirrored",
      events: rows.map(({ id }) => ({ type: "report.due" as const, sendingId: id })),
    });
  } catch (error) {
    if (error instanceof StaleWriteError) return 0;
    throw error;
  }
  return rows.length;
}

async function rowsFor(ctx: ServiceContext, { id: scheduleId }: ScheduleRow, occurrence: string) {
  const recipients = (await recipientsOf(ctx, scheduleId)).filter(({ leftAt }) => leftAt === null);
  const people = await peopleOf(
    ctx,
    recipients.map(({ userId }) => userId),
  );
  return recipients.map(({ userId }) => ({
    id: ctx.ids.next("rsn"),
    scheduleId,
    userId,
    userName: people.get(userId)?.name ?? "",
    occurrence,
    state: "waiting",
    reason: null,
    createdAt: ctx.clock.now(),
    endedAt: null,
  }));
}
