import { and, eq, inArray, lt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { proposals } from "#db/schema/agents.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { isAgentKind } from "./kinds.ts";
import { queuedRun } from "./run-agent.server.ts";
import { measureEffect } from "./effects/measures.server.ts";
import { firstMeasureMs } from "./effects/measure-proposals.server.ts";
import { type ToolCall, toolCallSchema } from "./tool-inputs.ts";

export type ToolResult = Record<string, unknown>;
/** `key` names the act: whoever repeats it under the same name does nothing twice. */
export type Toolbox = {
  run(ctx: ServiceContext, call: ToolCall, key: string): Promise<ToolResult>;
  undo(ctx: ServiceContext, call: ToolCall, result: ToolResult, key: string): Promise<void>;
  /** Leaves nothing half done of an act that is given up. */
  letGo(ctx: ServiceContext, call: ToolCall, key: string): Promise<void>;
};

/** What was proposed rests on something that is not so any more. */
const outdated: ReadonlySet<string> = new Set(["priceChangedSince"]);

type Row = typeof proposals.$inferSelect;

/**
 * Does what was let through. What is refused is an end, with its reason; what could not be reached is thrown, and is tried
 * again under the same name.
 */
export async function applyProposal(ctx: ServiceContext, id: string, tools: Toolbox): Promise<void> {
  requirePermission(ctx, "agents:read");
  const row = await ctx.db.first(proposals, eq(proposals.id, id));
  if (row === undefined || (row.state !== "approved" && row.state !== "applying")) return;
  const call = toolCallSchema.safeParse(row.call);
  if (!call.success) return end(ctx, row, { state: "failed", failure: "proposalUnreadable" });
  if (await isGroupBroken(ctx, row)) return end(ctx, row, { state: "failed", failure: "proposalGroupBroken" });
  const applying = row.state === "applying" ? row : await markApplying(ctx, row, call.data);
  try {
    const result = await tools.run(ctx, call.data, id);
    await end(ctx, applying, { state: "applied", result, failure: null, isMeasured: applying.measuredBefore !== null });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (outdated.has(error.reason)) return lookAgain(ctx, applying);
    await end(ctx, applying, { state: "failed", failure: error.reason });
  }
}

/** Takes back what was done. Where that is not possible any more it stays done, and says why. */
export async function takeBackProposal(ctx: ServiceContext, id: string, tools: Toolbox): Promise<void> {
  requirePermission(ctx, "agents:read");
  const row = await ctx.db.first(proposals, eq(proposals.id, id));
  if (row === undefined || row.state !== "undoing") return;
  const call = toolCallSchema.safeParse(row.call);
  if (!call.success) return end(ctx, row, { state: "applied", failure: "proposalUnreadable" });
  try {
    await tools.undo(ctx, call.data, row.result ?? {}, `${id}-undo`);
    await end(ctx, row, { state: "undone", failure: null });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await end(ctx, row, { state: "applied", failure: error.reason });
  }
}

/** After all tries: what it was about may be proposed anew. */
export async function giveUpProposal(ctx: ServiceContext, id: string, tools: Pick<Toolbox, "letGo">): Promise<void> {
  requirePermission(ctx, "agents:read");
  const row = await ctx.db.first(proposals, eq(proposals.id, id));
  const call = toolCallSchema.safeParse(row?.call);
  if (call.success) await tools.letGo(ctx, call.data, row?.state === "undoing" ? `${id}-undo` : id);
  if (row?.state === "approved" || row?.state === "applying") await end(ctx, row, { state: "failed", failure: "proposalUnreachable" });
  if (row?.state === "undoing") await end(ctx, row, { state: "applied", failure: "proposalUnreachable" });
}

/** Moves of a swap follow each other: after one that did not happen the next would go to a full bin. */
async function isGroupBroken(ctx: ServiceContext, { groupKey, runId, position }: Row): Promise<boolean> {
  if (groupKey === null) return false;
  const failedBefore = and(
    eq(proposals.groupKey, groupKey),
    eq(proposals.runId, runId),
    lt(proposals.position, position),
    inArray(proposals.state, ["failed", "rejected", "undone"]),
  );
  return (await ctx.db.count(proposals, failedBefore)) > 0;
}

/** How what is expected stands before anything is done, so that it can be held against what comes of it. */
async function markApplying(ctx: ServiceContext, row: Row, call: ToolCall): Promise<Row> {
  const values = await measureEffect(ctx, call, { subject: { type: row.subjectType, id: row.subjectId } });
  const measuredBefore = values === undefined ? null : { at: ctx.clock.now(), values };
  await mutate(ctx, { writes: [update(proposals, row, { state: "applying", measuredBefore })], audit: "mirrored" });
  return { ...row, state: "applying", measuredBefore, version: row.version + 1 };
}

/** Somebody else was faster: it is taken back unasked, and its agent sees how things stand now. */
async function lookAgain(ctx: ServiceContext, row: Row): Promise<void> {
  const run = isAgentKind(row.agent) ? [queuedRun(ctx, { agent: row.agent, trigger: "message", mode: "live" })] : [];
  await mutate(ctx, {
    writes: [update(proposals, row, { state: "superseded", failure: null, endedAt: ctx.clock.now() }), ...run.map(({ write }) => write)],
    audit: "mirrored",
    events: [...run.map(({ event }) => event), { type: "data.changed", area: "agents" }],
  });
}

type End = { state: "applied" | "failed" | "undone"; result?: ToolResult; failure: string | null; isMeasured?: boolean };

async function end(ctx: ServiceContext, row: Row, { state, result, failure, isMeasured }: End): Promise<void> {
  const now = ctx.clock.now();
  const next = state === "undone" ? { measureAt: null } : isMeasured === true ? { measureAt: now + firstMeasureMs } : {};
  await mutate(ctx, {
    writes: [update(proposals, row, { state, failure, endedAt: now, ...next, ...(result === undefined ? {} : { result }) })],
    audit:
      state === "applied" && failure === null
        ? { action: "proposal.applied", subject: { type: "proposal", id: row.id, label: row.subjectLabel }, after: { tool: row.tool } }
        : "mirrored",
    events: [{ type: "data.changed", area: "agents" }],
  });
}

/** Said by who knows, and no different the next time. */
function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && error.code !== "unavailable" && error.code !== "rate_limited";
}
