import { requirePermission, type ServiceContext } from "../context.ts";
import { ChannelError, passesWithTime } from "./channel-error.ts";
import type { Place } from "./ports.ts";
import { noteProblem } from "./sync-run.server.ts";
import type { Run } from "./sync-phases.server.ts";

export type StepAt = { runId: string; place: Place; waits: number };

/** `wait` goes on with the same place, or from the list's beginning when the vendor no longer knows that place. */
export type Outcome =
  | { kind: "read"; next: Place }
  | { kind: "stopped" }
  | { kind: "wait"; waitMs: number; isLost: boolean }
  | { kind: "failed"; fault: string; text: string };

/** Waits in a row without anything read: together more than half a day for a vendor that is away. */
const maxWaits = 60;
/** For what looks like a mistake of one side or the other, and seldom goes away by waiting. */
const maxOddWaits = 6;
const minWaitMs = 2_000;
const maxWaitMs = 15 * 60_000;

/**
 * A vendor that asks to wait knows how long. Otherwise twice as long each time, so that a short fault costs seconds and a
 * long one few calls.
 */
function waitFor({ fault, retryAfterMs }: ChannelError, waits: number): number {
  const doubled = Math.min(maxWaitMs, minWaitMs * 2 ** waits);
  const isAsked = retryAfterMs !== undefined && (fault === "throttled" || fault === "quota");
  return isAsked ? Math.max(minWaitMs, retryAfterMs) : Math.max(doubled, retryAfterMs ?? 0);
}

/**
 * One step of a run, and what its failure means for the run: errors lose their kind on the way out of a workflow's step,
 * so that is decided here. Errors that are not the vendor's pass through.
 */
export async function takeStep(ctx: ServiceContext, { runId, place, waits }: StepAt, run: Run): Promise<Outcome> {
  requirePermission(ctx, "channels:write");
  try {
    const result = await run(ctx, place);
    return result === "stopped" ? { kind: "stopped" } : { kind: "read", next: result.next };
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error;
    const { fault, message: text } = error;
    if (waits >= waitsAllowed(error)) return { kind: "failed", fault, text };
    const waitMs = waitFor(error, waits);
    await noteProblem(ctx, { runId, fault, text, retryAt: ctx.clock.now() + waitMs });
    return { kind: "wait", waitMs, isLost: fault === "place-lost" };
  }
}

function waitsAllowed({ fault }: ChannelError): number {
  if (fault === "malformed" || fault === "token-expired" || fault === "place-lost") return maxOddWaits;
  return passesWithTime(fault) ? maxWaits : 0;
}
