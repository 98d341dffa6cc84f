import { and, eq, gt } from "drizzle-orm";
import type { z } from "zod";
import { delegations } from "#db/schema/delegations.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { afterCursor, orderBy, orderOf, toSortedPage } from "../sorted-page.ts";
import { listTasksSchema } from "./schemas.ts";
import { settleTask } from "./settle-tasks.server.ts";
import { type Task, toTask } from "./task-row.ts";

type TaskPage = { tasks: Task[]; nextCursor: string | null; limit: number; total: number };

const byChange = orderOf({ stateAt: delegations.stateAt }, "-stateAt");

/** The caller's own tasks, what changed last first. */
export async function listOwnTasks(ctx: ServiceContext, input: z.input<typeof listTasksSchema> = {}): Promise<TaskPage> {
  requirePermission(ctx, "chat:read");
  const { contextId, state, changedAfterMs, limit, cursor } = parseInput(listTasksSchema, input);
  const mine = and(
    eq(delegations.ownerId, ctx.stamp.id),
    contextId === undefined ? undefined : eq(delegations.contextId, contextId),
    state === undefined ? undefined : eq(delegations.state, state),
    changedAfterMs === undefined ? undefined : gt(delegations.stateAt, changedAfterMs),
  );
  const [rows, total] = await Promise.all([
    ctx.db.all(delegations, {
      where: and(mine, afterCursor(byChange, delegations.id, cursor)),
      orderBy: orderBy(byChange, delegations.id),
      limit: limit + 1,
    }),
    ctx.db.count(delegations, mine),
  ]);
  const { data, nextCursor } = toSortedPage(rows, limit, byChange, ({ stateAt }) => stateAt);
  const settled = [];
  for (const row of data) settled.push(toTask(await settleTask(ctx, row)));
  return { tasks: settled, nextCursor, limit, total };
}
