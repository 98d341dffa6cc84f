import { eq } from "drizzle-orm";
import { toolPolicies } from "#db/schema/triggers.ts";
import type { ServiceContext } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { type Policy, type PolicyDbRow, toPolicy } from "./policy-row.ts";

export async function findPolicy(ctx: ServiceContext, id: string): Promise<{ row: PolicyDbRow; policy: Policy }> {
  const row = await ctx.db.first(toolPolicies, eq(toolPolicies.id, id));
  const policy = row === undefined ? undefined : toPolicy(row);
  if (row === undefined || policy === undefined) throw notFound("policy");
  return { row, policy };
}
