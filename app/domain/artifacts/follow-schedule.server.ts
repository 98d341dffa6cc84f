import { mutate } from "#db/mutate.server.ts";
import { reportRecipients } from "#db/schema/artifacts.ts";
import { insert, update, type Write } from "#db/writes.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { findSchedule, recipientsOf } from "./find-schedule.server.ts";
import { maxRecipients } from "./kinds.ts";
import { followScheduleSchema } from "./schemas.ts";

/** Leaves the mails of a schedule, or gets them, oneself. What one may not see is mailed to nobody, so joining needs no leave. */
export async function followSchedule(ctx: ServiceContext, input: Untrusted<typeof followScheduleSchema>): Promise<void> {
  requirePermission(ctx, "chat:read");
  const person = requirePerson(ctx);
  const { id, isIn } = parseInput(followScheduleSchema, input);
  await findSchedule(ctx, id);
  const recipients = await recipientsOf(ctx, id);
  const own = recipients.find(({ userId }) => userId === person.userId);
  if (isIn === (own !== undefined && own.leftAt === null)) return;
  if (own === undefined && recipients.length >= maxRecipients) throw new AppError("conflict", "tooManyEntries");
  const write: Write =
    own === undefined
      ? insert(reportRecipients, {
          id: ctx.ids.next("rrc"),
          scheduleId: id,
          userId: person.userId,
          leaveToken: ctx.ids.token(),
          leftAt: null,
        })
      : update(reportRecipients, own, { leftAt: isIn ? null : ctx.clock.now() });
  await mutate(ctx, { writes: [write], audit: "personal", events: [{ type: "data.changed", area: "answers" }] });
}
