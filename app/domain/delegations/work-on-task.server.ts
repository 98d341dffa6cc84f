import { and, asc, desc, eq, gt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { delegationEvents, delegations } from "#db/schema/delegations.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { update } from "#db/writes.ts";
import type { Exchange } from "../conversations/parts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { News } from "./apply-news.ts";
import { leaseMs } from "./delegate-task.server.ts";
import { isUnderWay } from "./kinds.ts";
import { findOwnTask } from "./own-task.server.ts";
import { followTaskSchema, taskIdSchema } from "./schemas.ts";
import { readEvent, readExchanges } from "./stored.ts";
import { stateOf, type Task, type TaskRow, toTask } from "./task-row.ts";
import { refuseOver, type ToldEvent, writeNews } from "./task-writes.server.ts";

/** Who works on a task: from here on nobody else does. */
export type Work = { id: string; runToken: string };

export type BegunWork = Work & { task: Task; told: ToldEvent[]; history: Exchange[]; outputModes: string[] };

const mostTries = 4;
const historyTasks = 10;

export async function beginWork(ctx: ServiceContext, input: { id: string }): Promise<BegunWork> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(taskIdSchema, input);
  const row = await findOwnTask(ctx, id);
  if (row.state !== "submitted") refuseOver();
  const runToken = ctx.ids.token();
  const history = await earlierIn(ctx, row);
  const told = await writeNews(ctx, row, {
    news: [{ kind: "state", state: "working", message: null, reason: null }],
    set: { runToken, leaseUntil: ctx.clock.now() + leaseMs },
  });
  return { id, runToken, task: { ...toTask(row), state: "working" }, told, history, outputModes: row.outputModes };
}

/** What this caller asked before in the same talk, oldest first. */
async function earlierIn(ctx: ServiceContext, row: TaskRow): Promise<Exchange[]> {
  const rows = await ctx.db.all(delegations, {
    where: and(eq(delegations.ownerId, ctx.stamp.id), eq(delegations.contextId, row.contextId)),
    orderBy: desc(delegations.id),
    limit: historyTasks,
  });
  return rows.toReversed().flatMap(({ exchanges }) => readExchanges(exchanges));
}

/** Tells what came of the work so far. Refused once the task is over or somebody else works on it. */
export async function tellNews(ctx: ServiceContext, { id, runToken }: Work, news: readonly News[]): Promise<ToldEvent[]> {
  requirePermission(ctx, "chat:read");
  for (let tries = 1; ; tries += 1) {
    const row = await findOwnTask(ctx, id);
    if (!isUnderWay(stateOf(row)) || row.runToken !== runToken) refuseOver();
    try {
      return await writeNews(ctx, row, { news, set: { leaseUntil: ctx.clock.now() + leaseMs } });
    } catch (error) {
      if (!(error instanceof StaleWriteError) || tries >= mostTries) throw error;
    }
  }
}

/** True as long as the work is still wanted; says that somebody is at it. */
export async function keepWork(ctx: ServiceContext, { id, runToken }: Work): Promise<boolean> {
  requirePermission(ctx, "chat:read");
  const row = await findOwnTask(ctx, id);
  if (!isUnderWay(stateOf(row)) || row.runToken !== runToken) return false;
  const now = ctx.clock.now();
  if ((row.leaseUntil ?? 0) - now > leaseMs / 2) return true;
  try {
    await mutate(ctx, { writes: [update(delegations, row, { leaseUntil: now + leaseMs })], audit: "mirrored" });
  } catch (error) {
    // Somebody wrote just now: whether it is still wanted is seen the next time.
    if (!(error instanceof StaleWriteError)) throw error;
  }
  return true;
}

/** What was told of a task after the event with this number. */
export async function followTask(ctx: ServiceContext, input: { id: string; after: number }): Promise<{ task: Task; told: ToldEvent[] }> {
  requirePermission(ctx, "chat:read");
  const { id, after } = parseInput(followTaskSchema, input);
  const row = await findOwnTask(ctx, id);
  if (row.lastEvent <= after) return { task: toTask(row), told: [] };
  const rows = await ctx.db.all(delegationEvents, {
    where: and(eq(delegationEvents.delegationId, id), gt(delegationEvents.number, after)),
    orderBy: asc(delegationEvents.number),
    limit: 200,
  });
  return { task: toTask(row), told: rows.map(({ number, body }) => ({ number, event: readEvent(body) })) };
}
