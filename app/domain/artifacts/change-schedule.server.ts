import { and, eq, inArray } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { reportRecipients, reportSchedules } from "#db/schema/artifacts.ts";
import { insert, removeWhere, update, type Write } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { checkRecipients, findSchedule, recipientsOf, zoneOf } from "./find-schedule.server.ts";
import { nextOccurrence } from "./rhythm.ts";
import { storedRhythm } from "./schedule-row.ts";
import { changeScheduleSchema } from "./schemas.ts";

/** Other hours, other people, paused or going on. Who left stays out, also where somebody names them again. */
export async function changeSchedule(ctx: ServiceContext, input: Untrusted<typeof changeScheduleSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { id, rhythm, recipients, isOn } = parseInput(changeScheduleSchema, input);
  const { row, subject } = await findSchedule(ctx, id);
  if (recipients !== undefined) await checkRecipients(ctx, recipients, subject);
  const known = await recipientsOf(ctx, id);
  const old = { rhythm: storedRhythm(row), isOn: row.state === "on", recipients: known.map(({ userId }) => userId) };
  const { before, after } = changedPart(old, { rhythm, isOn, recipients });
  if (Object.keys(after).length === 0) return { id };
  const next = { ...old, ...after };
  const now = ctx.clock.now();
  const isDue = next.isOn && next.rhythm !== undefined;
  const nextAt =
    isDue && next.rhythm !== undefined ? nextOccurrence(next.rhythm, { afterMs: now, timeZone: await zoneOf(ctx) }).atMs : null;
  await mutate(ctx, {
    writes: [
      update(reportSchedules, row, {
        ...(next.rhythm === undefined ? {} : { rhythm: next.rhythm }),
        state: next.isOn ? "on" : "paused",
        nextAt,
        updatedAt: now,
      }),
      ...recipientWrites(ctx, id, { before: old.recipients, after: next.recipients }),
    ],
    audit: { action: actionOf(after), subject: { type: "schedule", id, label: subject.title }, before, after },
    events: [{ type: "data.changed", area: "answers" }],
  });
  return { id };
}

function actionOf(after: { isOn?: boolean; rhythm?: unknown; recipients?: unknown }) {
  if (after.isOn === undefined || after.rhythm !== undefined || after.recipients !== undefined) return "schedule.changed";
  return after.isOn ? "schedule.resumed" : "schedule.paused";
}

function recipientWrites(ctx: ServiceContext, scheduleId: string, { before, after }: { before: string[]; after: string[] }): Write[] {
  const gone = before.filter((userId) => !after.includes(userId));
  const come = after.filter((userId) => !before.includes(userId));
  const removed = and(eq(reportRecipients.scheduleId, scheduleId), inArray(reportRecipients.userId, gone));
  return [
    ...(gone.length === 0 || removed === undefined ? [] : [removeWhere(reportRecipients, removed)]),
    ...(come.length === 0
      ? []
      : [
          insert(
            reportRecipients,
            ...come.map((userId) => ({ id: ctx.ids.next("rrc"), scheduleId, userId, leaveToken: ctx.ids.token(), leftAt: null })),
          ),
        ]),
  ];
}
