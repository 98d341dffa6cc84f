import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { users, workspaces } from "#db/schema/accounts.ts";
import { reportRecipients, reportSchedules, reportSendings } from "#db/schema/artifacts.ts";
import { update } from "#db/writes.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { personActor } from "../accounts/start-session.server.ts";
import { actorAllows, actorStamp } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import type { DomainEvent } from "../events.ts";
import { answerSection } from "./answer-section.server.ts";
import type { SendingReason, SendingState } from "./kinds.ts";
import { findSubject, type Subject } from "./read-subject.server.ts";
import { reportMail } from "./report-mail.server.ts";
import { atOncePrefix, type SendingRow, storedSubject } from "./schedule-row.ts";

type User = typeof users.$inferSelect;
type Found = { subject: Subject; user: User; reader: ServiceContext; leaveToken: string | null };

/**
 * Mails one report to one person, with the numbers that person may see. The mail is asked for in the batch that marks it as sent,
 * so that a message that comes again finds it done.
 */
export async function sendReport(ctx: ServiceContext, { sendingId }: { sendingId: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const sending = await ctx.db.first(reportSendings, eq(reportSendings.id, sendingId));
  // One that was given up is taken up again where somebody has its message delivered once more.
  if (sending === undefined || sending.state === "sent" || sending.state === "withheld") return;
  const found = await findReader(ctx, sending);
  if (typeof found === "string") {
    await end(ctx, sending, "withheld", found);
    return;
  }
  const { subject, user, reader, leaveToken } = found;
  const answers = await Promise.all(subject.sections.map((section) => answerSection(reader, section, subject.period)));
  if (answers.some(({ state }) => state === "failed")) throw new AppError("unavailable", "busy");
  if (answers.length === 0 || answers.every(({ state }) => state === "forbidden")) {
    await end(ctx, sending, "withheld", answers.length === 0 ? "gone" : "forbidden");
    return;
  }
  const mail = await reportMail(reader, { subject, answers, to: user.email, name: user.name, leaveToken });
  const sealedMail = await ctx.ports.mailSealer.seal(mail, ctx.workspaceId);
  await end(ctx, sending, "sent", null, [{ type: "mail.requested", sealedMail }]);
}

/** After all tries: it is told as failed where people look. */
export async function giveUpReport(ctx: ServiceContext, { sendingId }: { sendingId: string }): Promise<void> {
  requirePermission(ctx, "chat:write");
  const sending = await ctx.db.first(reportSendings, eq(reportSendings.id, sendingId));
  if (sending?.state === "waiting") await end(ctx, sending, "failed", "failed");
}

/** Who reads it, and what; or why nobody does. */
async function findReader(ctx: ServiceContext, sending: SendingRow): Promise<Found | SendingReason> {
  const { scheduleId, userId, occurrence } = sending;
  const [schedule, user, recipient, home] = await Promise.all([
    ctx.db.first(reportSchedules, eq(reportSchedules.id, scheduleId)),
    ctx.db.first(users, eq(users.id, userId)),
    ctx.db.first(reportRecipients, and(eq(reportRecipients.scheduleId, scheduleId), eq(reportRecipients.userId, userId))),
    ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId)),
  ]);
  if (schedule === undefined) return "gone";
  if (user === undefined) return "not-a-member";
  const isAskedFor = occurrence.startsWith(atOncePrefix);
  if (!isAskedFor && (recipient === undefined || recipient.leftAt !== null)) return "left";
  const reader = asReader(ctx, user, home?.locale);
  if (!actorAllows(reader.actor, "chat:read")) return "forbidden";
  const subject = await findSubject(reader, { kind: storedSubject(schedule), id: schedule.subjectId });
  return subject === undefined ? "gone" : { subject, user, reader, leaveToken: recipient?.leaveToken ?? null };
}

/** The same workspace, seen with the rights and in the language of a person of it. */
function asReader(ctx: ServiceContext, user: User, usual: string | undefined): ServiceContext {
  const actor = personActor(user, "report");
  const locale = [user.locale, usual].find(isLocale) ?? ctx.locale;
  return { ...ctx, actor, stamp: actorStamp(actor), locale };
}

async function end(
  ctx: ServiceContext,
  sending: SendingRow,
  state: SendingState,
  reason: SendingReason | null,
  events: DomainEvent[] = [],
): Promise<void> {
  await mutate(ctx, {
    writes: [update(reportSendings, sending, { state, reason, endedAt: ctx.clock.now() })],
    audit: "mirrored",
    events: [...events, { type: "data.changed", area: "answers" }],
  });
}
