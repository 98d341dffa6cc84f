import { and, desc, eq, inArray } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { type SyncCount, syncRuns } from "#db/schema/channels.ts";
import { insert, updateWhere, type Write } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";

export type RunRow = typeof syncRuns.$inferSelect;
export type RunKind = "first" | "full" | "recent";
export const syncPhases = ["account", "listings", "orders", "questions", "reviews", "details", "counting", "done"] as const;
export type SyncPhase = (typeof syncPhases)[number];

const maxProblems = 20;

/** A run about to begin, with the event that begins it: both in the batch of whatever asked for it. */
export function newRun(
  ctx: ServiceContext,
  { channelId, kind }: { channelId: string; kind: RunKind },
): { runId: string; writes: Write[]; events: [{ type: "sync.requested"; channelId: string; runId: string }] } {
  const runId = ctx.ids.next("run");
  const row = {
    id: runId,
    channelId,
    kind,
    state: "waiting",
    phase: "account",
    counts: {},
    problems: [],
    reconciliation: null,
    requestedByUserId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    startedAt: null,
    heartbeatAt: null,
    finishedAt: null,
    createdAt: ctx.clock.now(),
  };
  return { runId, writes: [insert(syncRuns, row)], events: [{ type: "sync.requested", channelId, runId }] };
}

export function isOver(state: string): boolean {
  return state === "done" || state === "failed" || state === "cancelled";
}

export async function findRun(ctx: ServiceContext, id: string): Promise<RunRow> {
  const run = await ctx.db.first(syncRuns, eq(syncRuns.id, id));
  if (run === undefined) throw notFound("sync");
  return run;
}

/** The run of this channel that is under way, if any. */
export async function runUnderWay(ctx: ServiceContext, channelId: string, kinds: RunKind[]): Promise<RunRow | undefined> {
  const [run] = await ctx.db.all(syncRuns, {
    where: and(eq(syncRuns.channelId, channelId), inArray(syncRuns.state, ["waiting", "running"]), inArray(syncRuns.kind, kinds)),
    orderBy: desc(syncRuns.id),
    limit: 1,
  });
  return run;
}

export type Progress = { phase?: SyncPhase; counts?: Record<string, SyncCount>; problem?: RunRow["problems"][number] };

/** Written by the run itself, step by step; a run that people have stopped is left as it is. */
export async function noteProgress(ctx: ServiceContext, run: RunRow, { phase, counts, problem }: Progress): Promise<void> {
  const now = ctx.clock.now();
  const set = {
    state: "running",
    startedAt: run.startedAt ?? now,
    heartbeatAt: now,
    ...(phase === undefined ? {} : { phase }),
    ...(counts === undefined ? {} : { counts: { ...run.counts, ...counts } }),
    ...(problem === undefined ? {} : { problems: [...run.problems, problem].slice(-maxProblems) }),
  };
  const where = and(eq(syncRuns.id, run.id), inArray(syncRuns.state, ["waiting", "running"]));
  if (where === undefined) return;
  await mutate(ctx, {
    writes: [updateWhere(syncRuns, where, set)],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "channels" }],
  });
}

/** Something went wrong that the run gets over by itself, for people who wonder why it is slow. */
export async function noteProblem(
  ctx: ServiceContext,
  { runId, fault, text, retryAt }: { runId: string; fault: string; text: string; retryAt: number | null },
): Promise<void> {
  const run = await findRun(ctx, runId);
  await noteProgress(ctx, run, { problem: { at: ctx.clock.now(), fault, text: text.slice(0, 300), retryAt } });
}
