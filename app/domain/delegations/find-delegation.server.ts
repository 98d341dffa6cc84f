import { eq } from "drizzle-orm";
import { delegations } from "#db/schema/delegations.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { settleTask } from "./settle-tasks.server.ts";
import type { TaskRow } from "./task-row.ts";

/** Any of the workspace's, whichever key gave it. */
export async function findDelegation(ctx: ServiceContext, id: string): Promise<TaskRow> {
  const row = await ctx.db.first(delegations, eq(delegations.id, id));
  if (row === undefined) throw notFound("delegation");
  return settleTask(ctx, row);
}
