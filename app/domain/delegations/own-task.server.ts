import { and, eq } from "drizzle-orm";
import { delegations } from "#db/schema/delegations.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { taskIdSchema } from "./schemas.ts";
import { settleTask } from "./settle-tasks.server.ts";
import { type Task, type TaskRow, toTask } from "./task-row.ts";

/** Of other keys' tasks not even that they exist is told. One whose worker fell silent is ended before anybody looks. */
export async function findOwnTask(ctx: ServiceContext, id: string): Promise<TaskRow> {
  const row = await ctx.db.first(delegations, and(eq(delegations.id, id), eq(delegations.ownerId, ctx.stamp.id)));
  if (row === undefined) throw notFound("delegation");
  return settleTask(ctx, row);
}

export async function readOwnTask(ctx: ServiceContext, input: { id: string }): Promise<Task> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(taskIdSchema, input);
  return toTask(await findOwnTask(ctx, id));
}
