import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { reportRecipients } from "#db/schema/artifacts.ts";
import { update } from "#db/writes.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { followScheduleSchema } from "./schemas.ts";

/** Leaves the mails of a schedule, or gets them again, oneself. */
export async function followSchedule(ctx: ServiceContext, input: Untrusted<typeof followScheduleSchema>): Promise<void> {
  requirePermission(ctx, "chat:read");
  const person = requirePerson(ctx);
  const { id, isIn } = parseInput(followScheduleSchema, input);
  const row = await ctx.db.first(reportRecipients, and(eq(reportRecipients.scheduleId, id), eq(reportRecipients.userId, person.userId)));
  if (row === undefined) throw notFound("schedule");
  if ((row.leftAt === null) === isIn) return;
  await mutate(ctx, {
    writes: [update(reportRecipients, row, { leftAt: isIn ? null : ctx.clock.now() })],
    audit: "personal",
    events: [{ type: "data.changed", area: "answers" }],
  });
}
