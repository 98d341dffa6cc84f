import { mutate } from "#db/mutate.server.ts";
import { reportRecipients, reportSchedules } from "#db/schema/artifacts.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { checkRecipients, zoneOf } from "./find-schedule.server.ts";
import { readSubject } from "./read-subject.server.ts";
import { nextOccurrence } from "./rhythm.ts";
import { createScheduleSchema } from "./schemas.ts";

const mostSchedules = 200;

/** Mails what was kept, or a board, to people of the workspace, at an hour of its clock. */
export async function createSchedule(ctx: ServiceContext, input: Untrusted<typeof createScheduleSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { subjectKind, subjectId, rhythm, recipients } = parseInput(createScheduleSchema, input);
  const subject = await readSubject(ctx, { kind: subjectKind, id: subjectId });
  await checkRecipients(ctx, recipients, subject);
  if ((await ctx.db.count(reportSchedules)) >= mostSchedules) throw new AppError("conflict", "tooManySchedules");
  const id = ctx.ids.next("rsc");
  const now = ctx.clock.now();
  const { atMs } = nextOccurrence(rhythm, { afterMs: now, timeZone: await zoneOf(ctx) });
  await mutate(ctx, {
    writes: [
      insert(reportSchedules, {
        id,
        subjectKind,
        subjectId,
        rhythm,
        state: "on",
        nextAt: atMs,
        createdBy: ctx.stamp.label,
        createdAt: now,
        updatedAt: now,
      }),
      insert(
        reportRecipients,
        ...recipients.map((userId) => ({ id: ctx.ids.next("rrc"), scheduleId: id, userId, leaveToken: ctx.ids.token(), leftAt: null })),
      ),
    ],
    audit: { action: "schedule.created", subject: { type: "schedule", id, label: subject.title }, after: { rhythm, recipients } },
    events: [{ type: "data.changed", area: "answers" }],
  });
  return { id };
}
