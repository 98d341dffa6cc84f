import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { reportRecipients, reportSchedules, reportSendings } from "#db/schema/artifacts.ts";
import { remove, removeWhere } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findSchedule } from "./find-schedule.server.ts";

/** Ends the mails of a schedule. What they told of stays. */
export async function removeSchedule(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, subject } = await findSchedule(ctx, id);
  await mutate(ctx, {
    writes: [
      remove(reportSchedules, row),
      removeWhere(reportRecipients, eq(reportRecipients.scheduleId, id)),
      removeWhere(reportSendings, eq(reportSendings.scheduleId, id)),
    ],
    audit: { action: "schedule.removed", subject: { type: "schedule", id, label: subject.title } },
    events: [{ type: "data.changed", area: "answers" }],
  });
}
