import { StaleWriteError } from "#db/write-errors.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { findDelegation } from "./find-delegation.server.ts";
import { isOver } from "./kinds.ts";
import { findOwnTask } from "./own-task.server.ts";
import { taskIdSchema } from "./schemas.ts";
import { type Delegation, stateOf, type Task, type TaskRow, toDelegation, toTask } from "./task-row.ts";
import { writeNews } from "./task-writes.server.ts";

const mostTries = 4;

/** Whoever gave it takes it back. */
export async function cancelOwnTask(ctx: ServiceContext, input: { id: string }): Promise<Task> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(taskIdSchema, input);
  return toTask(await cancel(ctx, () => findOwnTask(ctx, id)));
}

/** Somebody of the workspace stops what a program asked for. */
export async function cancelDelegation(ctx: ServiceContext, input: { id: string }): Promise<Delegation> {
  requirePermission(ctx, "agents:write");
  const { id } = parseInput(taskIdSchema, input);
  return toDelegation(await cancel(ctx, () => findDelegation(ctx, id)));
}

/** Its worker writes too: whoever reads it anew sees which of the two was first. Cancelled twice is cancelled. */
async function cancel(ctx: ServiceContext, find: () => Promise<TaskRow>): Promise<TaskRow> {
  for (let tries = 1; ; tries += 1) {
    const row = await find();
    const state = stateOf(row);
    if (state === "canceled") return row;
    if (isOver(state)) throw new AppError("conflict", "delegationOver");
    try {
      await writeNews(ctx, row, {
        news: [{ kind: "state", state: "canceled", message: null, reason: "stopped" }],
        audit: "delegation.cancelled",
      });
    } catch (error) {
      if (!(error instanceof StaleWriteError) || tries >= mostTries) throw error;
    }
  }
}
