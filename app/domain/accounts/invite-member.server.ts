import { and, eq, isNull } from "drizzle-orm";
import { isLocale } from "#app/i18n/locales.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { invitations, users, workspaces } from "#db/schema/accounts.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { invitationsPerWorkspace, takeOne } from "./limits.server.ts";
import { mayAssignRole, type Role } from "./permissions.ts";
import type { MailRequest } from "./ports.ts";
import { inviteSchema } from "./schemas.ts";

export const invitationLifetimeMs = 7 * 24 * 3_600_000;

/** Invites an address with a role. A waiting invitation to the same address is replaced, so one link works at a time. */
export async function inviteMember(ctx: ServiceContext, input: { email: string; role: string }): Promise<{ id: string }> {
  requirePermission(ctx, "team:write");
  const { email, role } = parseInput(inviteSchema, input);
  // A key acts with what its scopes say; making owners stays with people who are owners.
  const actorRole: Role = ctx.actor.kind === "user" ? ctx.actor.role : "admin";
  if (!mayAssignRole(actorRole, undefined, role)) throw new AppError("forbidden", "roleAboveYours");
  await takeOne(ctx, ctx.workspaceId, invitationsPerWorkspace);
  if ((await ctx.db.first(users, eq(users.email, email))) !== undefined) {
    throw new AppError("conflict", "checkFields", { fields: { email: "alreadyMember" } });
  }
  const secret = ctx.ids.token();
  const mail = await invitationMail(ctx, email, role, secret);
  const now = ctx.clock.now();
  const id = ctx.ids.next("inv");
  const waiting = and(eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt));
  await mutate(ctx, {
    writes: [
      updateWhere(invitations, waiting ?? eq(invitations.email, email), { revokedAt: now }),
      insert(invitations, {
        id,
        email,
        role,
        tokenHash: await sha256Hex(secret),
        invitedByUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
        expiresAt: now + invitationLifetimeMs,
        acceptedAt: null,
        revokedAt: null,
        createdAt: now,
      }),
    ],
    audit: { action: "invitation.sent", subject: { type: "invitation", id, label: email }, after: { email, role } },
    events: [{ type: "mail.requested", sealedMail: await ctx.ports.mailSealer.seal(mail, ctx.workspaceId) }],
  });
  return { id };
}

/** Who is invited has not chosen a language yet: the workspace's is the best guess. */
export async function invitationMail(ctx: ServiceContext, email: string, role: string, secret: string): Promise<MailRequest> {
  const workspace = await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId));
  return {
    template: "invitation",
    to: email,
    locale: isLocale(workspace?.locale) ? workspace.locale : ctx.locale,
    values: { link: `${ctx.publicUrl}/invite/${secret}`, role, inviter: ctx.stamp.label },
  };
}
