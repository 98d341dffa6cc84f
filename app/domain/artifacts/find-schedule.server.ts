import { asc, eq, inArray } from "drizzle-orm";
import { users, workspaces } from "#db/schema/accounts.ts";
import { reportRecipients, reportSchedules } from "#db/schema/artifacts.ts";
import type { ServiceContext } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import { maxRecipients } from "./kinds.ts";
import { findSubject, type Subject } from "./read-subject.server.ts";
import { type RecipientRow, type ReportSchedule, type ScheduleRow, storedRhythm, storedSubject } from "./schedule-row.ts";

/** One whose subject the asker may not see is not there. */
export async function findSchedule(ctx: ServiceContext, id: string): Promise<{ row: ScheduleRow; subject: Subject }> {
  const row = await ctx.db.first(reportSchedules, eq(reportSchedules.id, id));
  const subject = row === undefined ? undefined : await findSubject(ctx, { kind: storedSubject(row), id: row.subjectId });
  if (row === undefined || subject === undefined) throw notFound("schedule");
  return { row, subject };
}

export function recipientsOf(ctx: ServiceContext, scheduleId: string): Promise<RecipientRow[]> {
  return ctx.db.all(reportRecipients, {
    where: eq(reportRecipients.scheduleId, scheduleId),
    orderBy: asc(reportRecipients.id),
    limit: maxRecipients,
  });
}

export async function zoneOf(ctx: ServiceContext): Promise<string> {
  return (await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId)))?.timeZone ?? "UTC";
}

/** As people see it, with the names of whom it goes to. Undefined for what an older version made. */
export async function toSchedule(ctx: ServiceContext, row: ScheduleRow, subject: Subject): Promise<ReportSchedule | undefined> {
  const rhythm = storedRhythm(row);
  if (rhythm === undefined) return undefined;
  const [recipients, timeZone] = await Promise.all([recipientsOf(ctx, row.id), zoneOf(ctx)]);
  const people = await peopleOf(
    ctx,
    recipients.map(({ userId }) => userId),
  );
  const { id, nextAt, createdBy, createdAt } = row;
  return {
    id,
    subject: { kind: subject.kind, id: subject.id, title: subject.title },
    rhythm,
    state: row.state === "on" ? "on" : "paused",
    nextAt,
    timeZone,
    recipients: recipients.flatMap(({ userId, leftAt }) => {
      const name = people.get(userId)?.name;
      return name === undefined ? [] : [{ userId, name, hasLeft: leftAt !== null }];
    }),
    createdBy,
    createdAt,
  };
}

export async function peopleOf(ctx: ServiceContext, ids: readonly string[]): Promise<Map<string, typeof users.$inferSelect>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.all(users, { where: inArray(users.id, ids.slice(0, maxRecipients)) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whom it may be sent to: people of the workspace; what is private only its owner. */
export async function checkRecipients(
  ctx: ServiceContext,
  ids: readonly string[],
  { visibility }: Pick<Subject, "visibility">,
): Promise<void> {
  const people = await peopleOf(ctx, ids);
  const refuse = (reason: string) => new AppError("invalid", "checkFields", { fields: { recipients: reason } });
  if (ids.some((id) => !people.has(id))) throw refuse("memberNotFound");
  if (visibility === "private" && ids.some((id) => id !== ctx.stamp.id)) throw refuse("privateToOthers");
}
