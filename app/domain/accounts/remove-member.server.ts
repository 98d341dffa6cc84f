import { and, eq, isNull, ne } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { apiKeys, invitations, sessions, users } from "#db/schema/accounts.ts";
import { floorPins, floorShifts } from "#db/schema/floor.ts";
import { notifications } from "#db/schema/notifications.ts";
import { remove, removeWhere, updateWhere } from "#db/writes.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { handleOfKey } from "./ended-sessions.server.ts";
import { ensureOwnerRemains } from "./owner-guard.server.ts";
import { isRole, mayAssignRole } from "./permissions.ts";
import { byIdSchema } from "./schemas.ts";

/** Takes a person out of the workspace: sessions end and keys they made stop working in the same batch. */
export async function removeMember(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "team:write");
  const actor = requirePerson(ctx);
  const { id } = parseInput(byIdSchema, input);
  const member = await ctx.db.first(users, eq(users.id, id));
  if (member === undefined) throw notFound("member");
  const role = isRole(member.role) ? member.role : "viewer";
  if (!mayAssignRole(actor.role, role, role)) throw new AppError("forbidden", "roleAboveYours");
  if (role === "owner" && (await ctx.db.count(users, and(eq(users.role, "owner"), ne(users.id, id)))) === 0) {
    throw new AppError("conflict", "lastOwner");
  }
  const keys = await ctx.db.all(apiKeys, { where: and(eq(apiKeys.createdByUserId, id), isNull(apiKeys.revokedAt)) });
  await mutate(ctx, {
    writes: [
      remove(users, member),
      removeWhere(sessions, eq(sessions.userId, id)),
      removeWhere(notifications, eq(notifications.userId, id)),
      removeWhere(floorPins, eq(floorPins.userId, id)),
      removeWhere(floorShifts, eq(floorShifts.userId, id)),
      updateWhere(apiKeys, eq(apiKeys.createdByUserId, id), { revokedAt: ctx.clock.now() }),
      updateWhere(invitations, eq(invitations.invitedByUserId, id), { invitedByUserId: null }),
      ensureOwnerRemains(ctx.workspaceId),
    ],
    audit: { action: "member.removed", subject: { type: "member", id, label: member.name }, before: { email: member.email, role } },
    events: [
      { type: "member.removed", userId: id },
      ...(keys.length === 0 ? [] : [{ type: "session.revoked" as const, handles: keys.map((key) => handleOfKey(key.id)) }]),
    ],
  });
}
