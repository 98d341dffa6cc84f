import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { reportSchedules, reportSendings } from "#db/schema/artifacts.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { findSchedule, toSchedule } from "./find-schedule.server.ts";
import { findSubject } from "./read-subject.server.ts";
import { type ReportSchedule, type Sending, storedSubject, toSending } from "./schedule-row.ts";
import { listSchedulesSchema, listSendingsSchema } from "./schemas.ts";

/** What is mailed by itself, the newest first; mails of what the asker may not see are left out. */
export async function listSchedules(ctx: ServiceContext, input: z.input<typeof listSchedulesSchema> = {}): Promise<Page<ReportSchedule>> {
  requirePermission(ctx, "chat:read");
  const { limit, cursor, subjectId } = parseInput(listSchedulesSchema, input);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(reportSchedules, {
    where: and(
      subjectId === undefined ? undefined : eq(reportSchedules.subjectId, subjectId),
      before === undefined ? undefined : lt(reportSchedules.id, before),
    ),
    orderBy: desc(reportSchedules.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  const told = await Promise.all(
    page.data.map(async (row) => {
      const subject = await findSubject(ctx, { kind: storedSubject(row), id: row.subjectId });
      return subject === undefined ? undefined : toSchedule(ctx, row, subject);
    }),
  );
  return { data: told.filter((one) => one !== undefined), nextCursor: page.nextCursor };
}

export async function readSchedule(ctx: ServiceContext, input: { id: string }): Promise<ReportSchedule> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(byIdSchema, input);
  const { row, subject } = await findSchedule(ctx, id);
  const schedule = await toSchedule(ctx, row, subject);
  if (schedule === undefined) throw notFound("schedule");
  return schedule;
}

/** Each mail of a schedule, the newest first. */
export async function listSendings(ctx: ServiceContext, input: z.input<typeof listSendingsSchema>): Promise<Page<Sending>> {
  requirePermission(ctx, "chat:read");
  const { id, limit, cursor } = parseInput(listSendingsSchema, input);
  await findSchedule(ctx, id);
  const before = cursorId(cursor);
  const rows = await ctx.db.all(reportSendings, {
    where: and(eq(reportSendings.scheduleId, id), before === undefined ? undefined : lt(reportSendings.id, before)),
    orderBy: desc(reportSendings.id),
    limit: limit + 1,
  });
  const page = toPage(rows, limit);
  return { data: page.data.map(toSending), nextCursor: page.nextCursor };
}
