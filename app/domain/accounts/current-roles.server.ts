import { inArray } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import type { ServiceContext } from "../context.ts";
import { isRole, type Role } from "./permissions.ts";

/** What these people are at this moment; who is no longer in the workspace is left out. At most ninety at a time. */
export async function currentRoles(ctx: ServiceContext, userIds: string[]): Promise<Map<string, Role>> {
  const rows = await ctx.db.all(users, { where: inArray(users.id, userIds) });
  return new Map(rows.map(({ id, role }) => [id, isRole(role) ? role : "viewer"]));
}
