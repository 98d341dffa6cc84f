import { eq } from "drizzle-orm";
import { isLocale } from "#app/i18n/locales.ts";
import { mutate } from "#db/mutate.server.ts";
import { sessions, users } from "#db/schema/accounts.ts";
import { removeWhere, update } from "#db/writes.ts";
import type { VisitorContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { readMailToken, spendMailToken, spendResetLinks } from "./mail-tokens.server.ts";
import { resetPasswordSchema, tokenInputSchema } from "./schemas.ts";
import { personActor, startSession } from "./start-session.server.ts";

export async function readPasswordReset(visitor: VisitorContext, input: { token: string }): Promise<{ email: string }> {
  const { token } = parseInput(tokenInputSchema, input);
  return { email: (await readMailToken(visitor, "reset-password", token)).email };
}

/** Sets the new password, ends every session the account had, and signs in here. */
export async function resetPassword(visitor: VisitorContext, input: { token: string; password: string }): Promise<{ cookie: string }> {
  const { token, password } = parseInput(resetPasswordSchema, input);
  const row = await readMailToken(visitor, "reset-password", token);
  const [user] = await visitor.orm
    .select()
    .from(users)
    .where(eq(users.id, row.userId ?? ""));
  if (user === undefined) throw new AppError("gone", "linkInvalid");
  const passwordHash = await visitor.ports.passwords.hash(password);
  const ctx = visitor.enter(user.workspaceId, personActor(user, "password-reset"));
  const openSessions = await ctx.db.all(sessions, { where: eq(sessions.userId, user.id) });
  const mail = {
    template: "password-changed" as const,
    to: user.email,
    locale: isLocale(user.locale) ? user.locale : visitor.locale,
    values: { name: user.name, link: `${visitor.publicUrl}/forgot` },
  };
  await mutate(ctx, {
    writes: [
      spendMailToken(row, visitor.clock.now()),
      spendResetLinks(user.id, visitor.clock.now()),
      update(users, user, { passwordHash }),
      removeWhere(sessions, eq(sessions.userId, user.id)),
    ],
    audit: { action: "member.password-changed", subject: { type: "member", id: user.id, label: user.name } },
    events: [
      { type: "session.revoked", handles: openSessions.map((session) => session.handle) },
      { type: "mail.requested", sealedMail: await ctx.ports.mailSealer.seal(mail, user.workspaceId) },
    ],
  });
  return startSession(visitor, user);
}
