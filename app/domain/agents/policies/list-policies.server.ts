import { asc } from "drizzle-orm";
import { toolPolicies } from "#db/schema/triggers.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import type { Page } from "../../paging.ts";
import { type Policy, toPolicy } from "./policy-row.ts";

/** Every policy there is, in the order in which they are asked. */
export async function listPolicies(ctx: ServiceContext): Promise<Page<Policy>> {
  requirePermission(ctx, "agents:read");
  const rows = await ctx.db.all(toolPolicies, { orderBy: asc(toolPolicies.id) });
  return { data: rows.flatMap((row) => toPolicy(row) ?? []), nextCursor: null };
}
