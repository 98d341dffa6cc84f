import { mutate } from "#db/mutate.server.ts";
import { reportSendings } from "#db/schema/artifacts.ts";
import { insertOnce } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findSchedule } from "./find-schedule.server.ts";
import { atOncePrefix } from "./schedule-row.ts";

const minuteMs = 60_000;

/** One to the person who asks, at once; pressed twice within a minute, it is one. */
export async function sendScheduleNow(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const person = requirePerson(ctx);
  const { id } = parseInput(byIdSchema, input);
  const { subject } = await findSchedule(ctx, id);
  const now = ctx.clock.now();
  const sendingId = ctx.ids.next("rsn");
  await mutate(ctx, {
    writes: [
      insertOnce(reportSendings, {
        id: sendingId,
        scheduleId: id,
        userId: person.userId,
        userName: person.name,
        occurrence: `${atOncePrefix}${Math.floor(now / minuteMs)}`,
        state: "waiting",
        reason: null,
        createdAt: now,
        endedAt: null,
      }),
    ],
    audit: { action: "schedule.sent-now", subject: { type: "schedule", id, label: subject.title } },
    events: [
      { type: "report.due", sendingId },
      { type: "data.changed", area: "answers" },
    ],
  });
}
