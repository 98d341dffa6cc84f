import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { invitations, users } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import type { VisitorContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { limitsFor, mailPerAccount, mailPerAddress, takeAll } from "./limits.server.ts";
import { issueMailToken } from "./mail-tokens.server.ts";
import type { MailRequest } from "./ports.ts";
import { type SignUpInput, signUpSchema } from "./schemas.ts";

/**
 * Asks for an account. Nothing exists until the mailed link is opened, and every address gets the same answer:
 * a known one is told so by mail, an invited one gets its invitation again.
 */
export async function signUp(visitor: VisitorContext, input: SignUpInput): Promise<void> {
  const { name, workspaceName, email, password } = parseInput(signUpSchema, input);
  await takeAll(visitor, await limitsFor(visitor, email, mailPerAddress, mailPerAccount));
  const passwordHash = await visitor.ports.passwords.hash(password);
  const [user] = await visitor.orm.select().from(users).where(eq(users.email, email));
  if (user !== undefined) {
    await send(visitor, user.workspaceId, email, {
      template: "already-registered",
      to: email,
      locale: visitor.locale,
      values: { link: `${visitor.publicUrl}/login`, name: user.name },
    });
    return;
  }
  if (await resendInvitation(visitor, email)) return;
  const workspaceId = visitor.ids.next("wsp");
  const token = await issueMailToken(visitor, {
    kind: "sign-up",
    email,
    payload: { name, workspaceName, passwordHash, locale: visitor.locale },
  });
  const mail: MailRequest = {
    template: "confirm-sign-up",
    to: email,
    locale: visitor.locale,
    values: { link: `${visitor.publicUrl}/confirm/${token.secret}`, name, workspaceName },
  };
  await send(visitor, workspaceId, email, mail, [token.write]);
}

async function resendInvitation(visitor: VisitorContext, email: string): Promise<boolean> {
  const open = and(
    eq(invitations.email, email),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, visitor.clock.now()),
  );
  const [invitation] = await visitor.orm.select().from(invitations).where(open).orderBy(desc(invitations.createdAt)).limit(1);
  if (invitation === undefined) return false;
  const secret = visitor.ids.token();
  const mail: MailRequest = {
    template: "invitation",
    to: email,
    locale: visitor.locale,
    values: { link: `${visitor.publicUrl}/invite/${secret}`, role: invitation.role },
  };
  await send(visitor, invitation.workspaceId, email, mail, [update(invitations, invitation, { tokenHash: await sha256Hex(secret) })]);
  return true;
}

async function send(
  visitor: VisitorContext,
  workspaceId: string,
  email: string,
  mail: MailRequest,
  writes: Parameters<typeof mutate>[1]["writes"] = [],
): Promise<void> {
  const ctx = visitor.enter(workspaceId, { kind: "system", job: "sign-up" });
  await mutate(ctx, {
    writes,
    audit: { action: "member.sign-up-requested", subject: { type: "address", id: email, label: email } },
    events: [{ type: "mail.requested", sealedMail: await ctx.ports.mailSealer.seal(mail, workspaceId) }],
  });
}
