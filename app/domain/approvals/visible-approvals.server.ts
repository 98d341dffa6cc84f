import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import { approvals } from "#db/schema/approvals.ts";
import { actions } from "../accounts/permissions.ts";
import { actorAllows } from "../actor.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import type { ApprovalRecord } from "./approval-row.ts";

/** What somebody asked for is seen by who asked and by those who may let it happen. */
export function approvalsVisibleTo(ctx: ServiceContext): SQL | undefined {
  const held = actions.filter((action) => actorAllows(ctx.actor, action));
  // A key is the same key over every protocol.
  const own = eq(approvals.askedById, ctx.stamp.id);
  return or(own, inArray(approvals.scope, held));
}

export async function findApproval(ctx: ServiceContext, id: string): Promise<ApprovalRecord> {
  const row = await ctx.db.first(approvals, and(eq(approvals.id, id), approvalsVisibleTo(ctx)));
  if (row === undefined) throw notFound("approval");
  return row;
}
