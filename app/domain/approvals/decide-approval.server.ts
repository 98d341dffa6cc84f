import { mutate } from "#db/mutate.server.ts";
import { approvals } from "#db/schema/approvals.ts";
import { StaleWriteError } from "#db/write-errors.ts";
import { update } from "#db/writes.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput, toAppError } from "../errors.ts";
import { type Approval, type ApprovalRecord, stateAt, toApproval } from "./approval-row.ts";
import type { ApprovalTools } from "./ports.ts";
import { type DecideApprovalInput, decideApprovalSchema } from "./schemas.ts";
import { findApproval } from "./visible-approvals.server.ts";

/** How long a yes may be at work before whoever says it again does it anew, under the same name. */
const workingMs = 120_000;

/**
 * A yes does it once, under the approval's own name; a no ends it. Whoever says yes must be allowed to do it themselves, and
 * finds it undone where what was shown is not what would happen any more.
 */
export async function decideApproval(ctx: ServiceContext, input: DecideApprovalInput, tools: ApprovalTools): Promise<Approval> {
  requirePermission(ctx, "chat:write");
  const { id, decision } = parseInput(decideApprovalSchema, input);
  const row = await findApproval(ctx, id);
  const now = ctx.clock.now();
  const isAbandoned = row.state === "approved" && decision === "approve" && (row.decidedAt ?? now) + workingMs <= now;
  if (stateAt(row, now) === "expired") throw new AppError("conflict", "approvalExpired");
  if (row.state !== "waiting" && !isAbandoned) return said(row, decision, now);
  if (decision === "refuse") return refuse(ctx, row);
  const scope = toApproval(row, now).scope;
  requirePermission(ctx, scope);
  if (isOwnMachine(ctx, row)) throw new AppError("forbidden", "approvalOwn");
  const claimed = await claim(ctx, row);
  if (claimed === undefined) return toApproval(await findApproval(ctx, id), now);
  // What was begun under this name and never told its end may have changed what was shown.
  if (!isAbandoned) {
    const outdated = await whyOutdated(ctx, claimed, tools);
    if (outdated !== undefined) return end(ctx, claimed, { state: "failed", result: null, failure: outdated });
  }
  return carryOut(ctx, claimed, tools);
}

/** The same said twice is no second act; the other thing comes too late. */
function said(row: ApprovalRecord, decision: "approve" | "refuse", nowMs: number): Approval {
  if ((row.state === "refused") !== (decision === "refuse")) throw new AppError("conflict", "approvalDecided");
  return toApproval(row, nowMs);
}

/** A program that asks does not answer itself, whichever protocol it asked over. */
function isOwnMachine(ctx: ServiceContext, row: ApprovalRecord): boolean {
  return ctx.actor.kind !== "user" && row.askedById === ctx.stamp.id;
}

async function refuse(ctx: ServiceContext, row: ApprovalRecord): Promise<Approval> {
  const now = ctx.clock.now();
  const set = { state: "refused", decidedBy: ctx.stamp.label, decidedAt: now, endedAt: now };
  await mutate(ctx, {
    writes: [update(approvals, row, set)],
    audit: { action: "approval.refused", subject: subjectOf(row), after: { tool: row.tool, askedBy: row.askedBy } },
    events: [{ type: "data.changed", area: "approvals" }],
  });
  return toApproval({ ...row, ...set }, now);
}

/** Of two yeses at the same moment one does it; undefined for the other. */
async function claim(ctx: ServiceContext, row: ApprovalRecord): Promise<ApprovalRecord | undefined> {
  const set = { state: "approved", decidedBy: ctx.stamp.label, decidedAt: ctx.clock.now() };
  try {
    await mutate(ctx, {
      writes: [update(approvals, row, set)],
      audit: { action: "approval.approved", subject: subjectOf(row), after: { tool: row.tool, askedBy: row.askedBy } },
      events: [{ type: "data.changed", area: "approvals" }],
    });
  } catch (error) {
    if (error instanceof StaleWriteError) return undefined;
    throw error;
  }
  return { ...row, ...set, version: row.version + 1 };
}

/** Whether what was shown is still what would happen. */
async function whyOutdated(ctx: ServiceContext, row: ApprovalRecord, tools: ApprovalTools): Promise<string | undefined> {
  const asShown = { ...ctx, locale: isLocale(row.locale) ? row.locale : ctx.locale };
  try {
    const { effects } = await tools.preview(asShown, { tool: row.tool, input: row.input });
    return JSON.stringify(effects) === JSON.stringify(row.effects) ? undefined : "approvalOutdated";
  } catch (error) {
    return reasonOf(error);
  }
}

/** What could not be reached goes on waiting, and may be said yes to again: under its name nothing is done twice. */
async function carryOut(ctx: ServiceContext, row: ApprovalRecord, tools: ApprovalTools): Promise<Approval> {
  try {
    const result = await tools.run(ctx, { tool: row.tool, input: row.input }, row.id);
    return await end(ctx, row, { state: "done", result, failure: null });
  } catch (error) {
    const isUnreached = error instanceof AppError && (error.code === "unavailable" || error.code === "rate_limited");
    return end(ctx, row, { state: isUnreached ? "waiting" : "failed", result: null, failure: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  const refusal = toAppError(error);
  if (refusal === undefined) throw error;
  return refusal.reason;
}

type Ending = { state: "done" | "failed" | "waiting"; result: Record<string, unknown> | null; failure: string | null };

async function end(ctx: ServiceContext, row: ApprovalRecord, ending: Ending): Promise<Approval> {
  const now = ctx.clock.now();
  const set = ending.state === "waiting" ? { ...ending, decidedBy: null, decidedAt: null } : { ...ending, endedAt: now };
  await mutate(ctx, { writes: [update(approvals, row, set)], audit: "mirrored", events: [{ type: "data.changed", area: "approvals" }] });
  return toApproval({ ...row, ...set }, now);
}

function subjectOf({ id, title }: ApprovalRecord) {
  return { type: "approval", id, label: title };
}
