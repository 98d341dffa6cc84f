import { eq, lt, or } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { delegations } from "#db/schema/delegations.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { readApproval } from "../approvals/read-approval.server.ts";
import type { ApprovalState } from "../approvals/schemas.ts";
import { AppError, notFound } from "../errors.ts";
import type { News } from "./apply-news.ts";
import { isUnderWay, type TaskState } from "./kinds.ts";
import type { Message } from "./schemas.ts";
import { stateOf, type TaskRow, toTask } from "./task-row.ts";
import { writeNews } from "./task-writes.server.ts";

const mostAtOnce = 100;
const silentText = "The work on this task broke off. Ask again.";

/**
 * A task whose worker died says so: it never looks as if somebody still worked on it. One that waits for a person's yes says
 * what became of it.
 */
export async function settleTask(ctx: ServiceContext, row: TaskRow): Promise<TaskRow> {
  const news = isSilent(row, ctx.clock.now())
    ? endOf(ctx, row, { state: "failed", reason: "cut", text: silentText })
    : await decided(ctx, row);
  if (news === undefined) return row;
  try {
    await writeNews(ctx, row, { news: [news] });
  } catch (error) {
    // Somebody else saw it too, or its worker was only slow.
    if (!(error instanceof StaleWriteError)) throw error;
  }
  const now = await ctx.db.first(delegations, eq(delegations.id, row.id));
  if (now === undefined) throw notFound("delegation");
  return now;
}

function isSilent(row: TaskRow, nowMs: number): boolean {
  return isUnderWay(stateOf(row)) && row.leaseUntil !== null && row.leaseUntil <= nowMs;
}

/** What people said to what would be done; undefined as long as they said nothing, or where it is hidden from whoever looks. */
async function decided(ctx: ServiceContext, row: TaskRow): Promise<News | undefined> {
  const approvalId = stateOf(row) === "auth-required" ? approvalOf(toTask(row).statusMessage) : undefined;
  if (approvalId === undefined) return undefined;
  try {
    const { state, title } = await readApproval(ctx, { id: approvalId });
    const ending = endings[state];
    return ending === null ? undefined : endOf(ctx, row, { ...ending, reason: `approval-${state}`, text: `${ending.text}: ${title}` });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}

const endings: Record<ApprovalState, { state: TaskState; text: string } | null> = {
  waiting: null,
  approved: null,
  done: { state: "completed", text: "It was allowed and done" },
  failed: { state: "failed", text: "It was allowed, and did not work" },
  refused: { state: "rejected", text: "It was refused" },
  expired: { state: "rejected", text: "Nobody decided in time" },
};

/** Where a message says which approval it waits for. */
function approvalOf(message: Message | null): string | undefined {
  const id = message?.metadata?.["approvalId"];
  return typeof id === "string" ? id : undefined;
}

function endOf(ctx: ServiceContext, row: TaskRow, { state, reason, text }: { state: TaskState; reason: string; text: string }): News {
  const parts = [{ text, mediaType: "text/plain" }];
  const message = { messageId: ctx.ids.next("msg"), role: "ROLE_AGENT" as const, parts, contextId: row.contextId, taskId: row.id };
  return { kind: "state", state, message, reason };
}

/** Across all workspaces, those with tasks that nobody has worked on for too long, or that wait for somebody. */
export async function workspacesToSettle(orm: Orm, nowMs: number): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ workspaceId: delegations.workspaceId })
    .from(delegations)
    .where(or(lt(delegations.leaseUntil, nowMs), eq(delegations.state, "auth-required")));
  return rows.map(({ workspaceId }) => workspaceId);
}

export async function settleTasks(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "chat:write");
  const open = or(lt(delegations.leaseUntil, ctx.clock.now()), eq(delegations.state, "auth-required"));
  for (const row of await ctx.db.all(delegations, { where: open, limit: mostAtOnce })) await settleTask(ctx, row);
}
