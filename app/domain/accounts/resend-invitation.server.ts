import { eq } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { invitations } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { invitationLifetimeMs, invitationMail } from "./invite-member.server.ts";
import { mailPerAccount, takeOne } from "./limits.server.ts";
import { byIdSchema } from "./schemas.ts";

/** Sends a fresh link; the old one stops working. */
export async function resendInvitation(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "team:write");
  const { id } = parseInput(byIdSchema, input);
  const invitation = await ctx.db.first(invitations, eq(invitations.id, id));
  if (invitation === undefined || invitation.acceptedAt !== null || invitation.revokedAt !== null) throw notFound("invitation");
  await takeOne(ctx, await sha256Hex(invitation.email), mailPerAccount);
  const secret = ctx.ids.token();
  const mail = await invitationMail(ctx, invitation.email, invitation.role, secret);
  await mutate(ctx, {
    writes: [update(invitations, invitation, { tokenHash: await sha256Hex(secret), expiresAt: ctx.clock.now() + invitationLifetimeMs })],
    audit: { action: "invitation.resent", subject: { type: "invitation", id, label: invitation.email } },
    events: [{ type: "mail.requested", sealedMail: await ctx.ports.mailSealer.seal(mail, ctx.workspaceId) }],
  });
}
