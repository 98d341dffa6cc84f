import { eq } from "drizzle-orm";
import { isLocale } from "#app/i18n/locales.ts";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import type { VisitorContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { limitsFor, mailPerAccount, mailPerAddress, takeAll } from "./limits.server.ts";
import { issueMailToken } from "./mail-tokens.server.ts";
import type { MailRequest } from "./ports.ts";
import { requestResetSchema } from "./schemas.ts";

/** Mails a reset link if the address has an account; says the same either way. */
export async function requestPasswordReset(visitor: VisitorContext, input: { email: string }): Promise<void> {
  const { email } = parseInput(requestResetSchema, input);
  await takeAll(visitor, await limitsFor(visitor, email, mailPerAddress, mailPerAccount));
  const [user] = await visitor.orm.select().from(users).where(eq(users.email, email));
  if (user === undefined) return;
  const token = await issueMailToken(visitor, { kind: "reset-password", email, userId: user.id });
  const mail: MailRequest = {
    template: "reset-password",
    to: email,
    locale: isLocale(user.locale) ? user.locale : visitor.locale,
    values: { link: `${visitor.publicUrl}/reset/${token.secret}`, name: user.name },
  };
  const ctx = visitor.enter(user.workspaceId, { kind: "system", job: "password-reset" });
  await mutate(ctx, {
    writes: [token.write],
    audit: { action: "member.password-reset-requested", subject: { type: "member", id: user.id, label: user.name } },
    events: [{ type: "mail.requested", sealedMail: await ctx.ports.mailSealer.seal(mail, user.workspaceId) }],
  });
}
