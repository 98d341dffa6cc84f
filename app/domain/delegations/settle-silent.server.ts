import { and, eq, lt } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { delegations } from "#db/schema/delegations.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { isUnderWay } from "./kinds.ts";
import { stateOf, type TaskRow } from "./task-row.ts";
import { writeNews } from "./task-writes.server.ts";

const mostAtOnce = 100;
const silentText = "The work on this task broke off. Ask again.";

/** A task whose worker died says so: it never looks as if somebody still worked on it. */
export async function settleSilent(ctx: ServiceContext, row: TaskRow): Promise<TaskRow> {
  if (!isUnderWay(stateOf(row)) || row.leaseUntil === null || row.leaseUntil > ctx.clock.now()) return row;
  const message = {
    messageId: ctx.ids.next("msg"),
    role: "ROLE_AGENT" as const,
    parts: [{ text: silentText, mediaType: "text/plain" }],
    contextId: row.contextId,
    taskId: row.id,
  };
  try {
    await writeNews(ctx, row, { news: [{ kind: "state", state: "failed", message, reason: "cut" }] });
  } catch (error) {
    // Somebody else saw it too, or its worker was only slow.
    if (!(error instanceof StaleWriteError)) throw error;
  }
  const now = await ctx.db.first(delegations, eq(delegations.id, row.id));
  if (now === undefined) throw notFound("delegation");
  return now;
}

/** Across all workspaces, those with tasks nobody has worked on for too long. */
export async function workspacesWithSilentTasks(orm: Orm, nowMs: number): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ workspaceId: delegations.workspaceId })
    .from(delegations)
    .where(lt(delegations.leaseUntil, nowMs));
  return rows.map(({ workspaceId }) => workspaceId);
}

export async function endSilentTasks(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "chat:write");
  const silent = await ctx.db.all(delegations, { where: and(lt(delegations.leaseUntil, ctx.clock.now())), limit: mostAtOnce });
  for (const row of silent) await settleSilent(ctx, row);
}
