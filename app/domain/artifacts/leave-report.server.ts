import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { reportRecipients } from "#db/schema/artifacts.ts";
import { update } from "#db/writes.ts";
import { personActor } from "../accounts/start-session.server.ts";
import type { VisitorContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { leaveReportSchema } from "./schemas.ts";

/** Whoever holds the link of a mail ends the mails of its schedule to its reader, without signing in. Twice is as good as once. */
export async function leaveReport(visitor: VisitorContext, input: { token: string }): Promise<void> {
  const { token } = parseInput(leaveReportSchema, input);
  const [row] = await visitor.orm.select().from(reportRecipients).where(eq(reportRecipients.leaveToken, token));
  const [user] = row === undefined ? [] : await visitor.orm.select().from(users).where(eq(users.id, row.userId));
  if (row === undefined || user === undefined || user.workspaceId !== row.workspaceId) throw new AppError("gone", "linkInvalid");
  if (row.leftAt !== null) return;
  const ctx = visitor.enter(row.workspaceId, personActor(user, "mail-link"));
  await mutate(ctx, {
    writes: [update(reportRecipients, row, { leftAt: ctx.clock.now() })],
    audit: "personal",
    events: [{ type: "data.changed", area: "answers" }],
  });
}
