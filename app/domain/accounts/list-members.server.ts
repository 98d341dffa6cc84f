import { asc, gt } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, type PageInput, pageSchema, toPage } from "../paging.ts";
import { isRole, type Role } from "./permissions.ts";

export type Member = { id: string; name: string; email: string; role: Role; createdAt: number };

/** The people of the workspace, in the order they joined. */
export async function listMembers(ctx: ServiceContext, input: PageInput = {}): Promise<Page<Member>> {
  requirePermission(ctx, "team:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const after = cursorId(cursor);
  const rows = await ctx.db.all(users, {
    where: after === undefined ? undefined : gt(users.id, after),
    orderBy: asc(users.id),
    limit: limit + 1,
  });
  return toPage(rows.map(toMember), limit);
}

function toMember(row: typeof users.$inferSelect): Member {
  return { id: row.id, name: row.name, email: row.email, role: isRole(row.role) ? row.role : "viewer", createdAt: row.createdAt };
}
