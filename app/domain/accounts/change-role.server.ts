import { and, eq, ne } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { users } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import { requirePermission, requirePerson, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { ensureOwnerRemains } from "./owner-guard.server.ts";
import { isRole, mayAssignRole, type Role } from "./permissions.ts";
import { changeRoleSchema } from "./schemas.ts";

/** Gives a member another role; their open pages notice at once. */
export async function changeRole(ctx: ServiceContext, input: { id: string; role: string }): Promise<{ id: string; role: Role }> {
  requirePermission(ctx, "team:write");
  const actor = requirePerson(ctx);
  const { id, role } = parseInput(changeRoleSchema, input);
  const member = await ctx.db.first(users, eq(users.id, id));
  if (member === undefined) throw notFound("member");
  const current = isRole(member.role) ? member.role : "viewer";
  if (!mayAssignRole(actor.role, current, role)) throw new AppError("forbidden", "roleAboveYours");
  if (current === role) return { id, role };
  if (current === "owner" && (await ctx.db.count(users, and(eq(users.role, "owner"), ne(users.id, id)))) === 0) {
    throw new AppError("conflict", "lastOwner");
  }
  await mutate(ctx, {
    writes: [update(users, member, { role }), ensureOwnerRemains(ctx.workspaceId)],
    audit: {
      action: "member.role-changed",
      subject: { type: "member", id, label: member.name },
      before: { role: current },
      after: { role },
    },
    events: [{ type: "member.role-changed", userId: id, role, byName: ctx.stamp.label }],
  });
  return { id, role };
}
