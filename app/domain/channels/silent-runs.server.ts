import { and, asc, eq, inArray, lt, sql } from "drizzle-orm";
import type { Orm } from "#db/client.server.ts";
import { channels, syncRuns } from "#db/schema/channels.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { failSync } from "./end-sync.server.ts";
import { findRun, isOver, noteProblem } from "./sync-run.server.ts";

/** Longer than the longest step may take: whoever says nothing for so long is not at work any more. */
export const silentAfterMs = 20 * 60_000;
const atOnce = 50;
/** A run that was woken so often and still falls silent never ends by itself. */
const maxRevivals = 10;

export type SilentRun = { runId: string; channelId: string; workspaceId: string };

/** Across all workspaces: runs that should be at work and have not been heard of since, the longest silent first. */
export async function silentRuns(orm: Orm, sinceMs: number): Promise<SilentRun[]> {
  const heardAt = sql<number>`coalesce(${syncRuns.heartbeatAt}, ${syncRuns.createdAt})`;
  const rows = await orm
    .select({ runId: syncRuns.id, channelId: syncRuns.channelId, workspaceId: syncRuns.workspaceId, problems: syncRuns.problems })
    .from(syncRuns)
    .innerJoin(channels, and(eq(channels.id, syncRuns.channelId), eq(channels.workspaceId, syncRuns.workspaceId)))
    .where(and(inArray(syncRuns.state, ["waiting", "running"]), eq(channels.state, "active"), lt(heardAt, sinceMs)))
    .orderBy(asc(heardAt))
    .limit(atOnce);
  // A vendor may ask for hours; who waits for it is silent for a reason.
  return rows.filter(({ problems }) => (problems.at(-1)?.retryAt ?? 0) < sinceMs).map(({ problems: _problems, ...run }) => run);
}

/** Says on the run that it was interrupted and goes on; one that was woken in vain too often is ended with that reason. */
export async function noteRevival(ctx: ServiceContext, { runId, channelId }: { runId: string; channelId: string }): Promise<void> {
  requirePermission(ctx, "channels:write");
  const run = await findRun(ctx, runId);
  if (isOver(run.state)) return;
  const revivals = run.problems.filter((problem) => problem.fault === "interrupted").length;
  if (revivals >= maxRevivals) await failSync(ctx, { runId, channelId, fault: "interrupted", text: `woken ${revivals} times` });
  else await noteProblem(ctx, { runId, fault: "interrupted", text: "", retryAt: null });
}
