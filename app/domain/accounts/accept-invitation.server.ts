import { eq } from "drizzle-orm";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { mutate } from "#db/mutate.server.ts";
import { invitations, users, workspaces } from "#db/schema/accounts.ts";
import { insert, update } from "#db/writes.ts";
import type { VisitorContext } from "../context.ts";
import { AppError, parseInput, toAppError } from "../errors.ts";
import { acceptInvitationSchema, tokenInputSchema } from "./schemas.ts";
import { personActor, startSession } from "./start-session.server.ts";

async function findInvitation(visitor: VisitorContext, token: string) {
  const [row] = await visitor.orm
    .select({ invitation: invitations, workspaceName: workspaces.name })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(eq(invitations.tokenHash, await sha256Hex(token)));
  const isOpen =
    row !== undefined &&
    row.invitation.acceptedAt === null &&
    row.invitation.revokedAt === null &&
    row.invitation.expiresAt > visitor.clock.now();
  if (!isOpen) throw new AppError("gone", "linkInvalid");
  return row;
}

export type OpenInvitation = { email: string; role: string; workspaceName: string; hasAccount: boolean };

export async function readInvitation(visitor: VisitorContext, input: { token: string }): Promise<OpenInvitation> {
  const { token } = parseInput(tokenInputSchema, input);
  const { invitation, workspaceName } = await findInvitation(visitor, token);
  const [existing] = await visitor.orm.select({ id: users.id }).from(users).where(eq(users.email, invitation.email));
  return { email: invitation.email, role: invitation.role, workspaceName, hasAccount: existing !== undefined };
}

/** Joins the inviting workspace: the link proves the address, so the account is complete at once. */
export async function acceptInvitation(
  visitor: VisitorContext,
  input: { token: string; name: string; password: string },
): Promise<{ cookie: string }> {
  const { token, name, password } = parseInput(acceptInvitationSchema, input);
  const { invitation } = await findInvitation(visitor, token);
  const now = visitor.clock.now();
  const user = {
    id: visitor.ids.next("usr"),
    workspaceId: invitation.workspaceId,
    email: invitation.email,
    name,
    passwordHash: await visitor.ports.passwords.hash(password),
    role: invitation.role,
    locale: visitor.locale,
    theme: "system",
    timeZone: null,
    createdAt: now,
    version: 1,
  };
  const ctx = visitor.enter(invitation.workspaceId, personActor(user, "invitation"));
  try {
    await mutate(ctx, {
      writes: [update(invitations, invitation, { acceptedAt: now }), insert(users, user)],
      audit: { action: "member.joined", subject: { type: "member", id: user.id, label: name }, after: { role: user.role } },
      events: [{ type: "member.joined", userId: user.id, name, invitedByUserId: invitation.invitedByUserId }],
    });
  } catch (error) {
    const known = toAppError(error);
    if (known?.reason === "alreadyTaken") throw new AppError("conflict", "addressHasAccount", { cause: error });
    throw known?.code === "conflict" ? new AppError("gone", "linkInvalid", { cause: error }) : error;
  }
  return startSession(visitor, user);
}
