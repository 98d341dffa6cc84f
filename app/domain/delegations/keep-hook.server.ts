import { and, asc, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { delegationHooks, delegations } from "#db/schema/delegations.ts";
import { insert, remove, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { hookNames, type HookRow, hookValues, type TaskHook, toHook } from "./hook-row.server.ts";
import { findOwnTask } from "./own-task.server.ts";
import { type HookInput, hookOfTaskSchema, hooksOfTaskSchema, namedHookSchema } from "./schemas.ts";
import { taskLabel } from "./task-writes.server.ts";

const mostHooks = 20;

/** An address that is told of what happens to a task from now on. One of the same name takes the other's place. */
export async function keepHook(ctx: ServiceContext, input: { taskId: string; hook: HookInput }): Promise<TaskHook> {
  requirePermission(ctx, "chat:read");
  const { taskId, hook } = parseInput(hookOfTaskSchema, input);
  const task = await findOwnTask(ctx, taskId);
  const values = await hookValues(ctx, hook);
  const known = hook.name === undefined ? undefined : await findHook(ctx, taskId, hook.name);
  const count = await ctx.db.count(delegationHooks, eq(delegationHooks.delegationId, taskId));
  if (known === undefined && count >= mostHooks) throw new AppError("conflict", "tooManyHooks");
  const names = hookNames(ctx, taskId, hook.name);
  await mutate(ctx, {
    writes: [
      known === undefined
        ? insert(delegationHooks, { ...values, ...names, toldUntil: task.lastEvent })
        : update(delegationHooks, known, { ...values, status: null, failure: null }),
      ...(task.isHooked ? [] : [update(delegations, task, { isHooked: true })]),
    ],
    audit: { action: "delegation.hook-kept", subject: { type: "delegation", id: taskId, label: taskLabel(task) } },
  });
  return toHook(await namedHook(ctx, taskId, known?.name ?? names.name));
}

export async function readHook(ctx: ServiceContext, input: { taskId: string; name: string }): Promise<TaskHook> {
  requirePermission(ctx, "chat:read");
  const { taskId, name } = parseInput(namedHookSchema, input);
  await findOwnTask(ctx, taskId);
  return toHook(await namedHook(ctx, taskId, name));
}

export async function listHooks(ctx: ServiceContext, input: { taskId: string }): Promise<TaskHook[]> {
  requirePermission(ctx, "chat:read");
  const { taskId } = parseInput(hooksOfTaskSchema, input);
  await findOwnTask(ctx, taskId);
  const rows = await ctx.db.all(delegationHooks, { where: eq(delegationHooks.delegationId, taskId), orderBy: asc(delegationHooks.id) });
  return rows.map(toHook);
}

/** One that is not there is not there afterwards either. */
export async function removeHook(ctx: ServiceContext, input: { taskId: string; name: string }): Promise<void> {
  requirePermission(ctx, "chat:read");
  const { taskId, name } = parseInput(namedHookSchema, input);
  const task = await findOwnTask(ctx, taskId);
  const hook = await findHook(ctx, taskId, name);
  if (hook === undefined) return;
  await mutate(ctx, {
    writes: [remove(delegationHooks, hook)],
    audit: { action: "delegation.hook-removed", subject: { type: "delegation", id: taskId, label: taskLabel(task) } },
  });
}

function findHook(ctx: ServiceContext, taskId: string, name: string): Promise<HookRow | undefined> {
  return ctx.db.first(delegationHooks, and(eq(delegationHooks.delegationId, taskId), eq(delegationHooks.name, name)));
}

async function namedHook(ctx: ServiceContext, taskId: string, name: string): Promise<HookRow> {
  const row = await findHook(ctx, taskId, name);
  if (row === undefined) throw notFound("delegationHook");
  return row;
}
