import type { TokenUse } from "#app/domain/ai/prices.ts";
import { backoffMs } from "#app/platform/retry.ts";
import type { Call } from "./call.ts";
import { GatewayError, MalformedAnswerError } from "./errors.ts";
import type { House } from "./house.ts";
import { type Failure, judgeFailure, verdictOf } from "./judge-failure.ts";
import type { Candidate } from "./route.ts";

/** An answer that came and is not one, with what it took. */
export class UselessAnswerError extends MalformedAnswerError {
  readonly use: TokenUse | undefined;

  constructor(why: string, use: TokenUse | undefined) {
    super(why);
    this.use = use;
  }
}

export type Attempting<T> = (candidate: Candidate) => Promise<T>;

const backoff = { baseMs: 200, maxMs: 2_000 };
const triesPerCandidate = 2;

type Turn = { candidate: Candidate; notBeforeMs: number; tries: number };

/**
 * The one loop of attempts: each provider in its order, and those that may do better in a moment once more at the end, when
 * they asked to be. It leaves the call's end to be booked by whoever has the answer; when there is none, it books that.
 */
export async function tryCandidates<T>(house: House, call: Call, candidates: Candidate[], attempt: Attempting<T>): Promise<T> {
  const turns: Turn[] = candidates.map((candidate) => ({ candidate, notBeforeMs: 0, tries: 0 }));
  let last: { ending: Ending; cause?: unknown } = { ending: "unavailable" };
  for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
    const { candidate } = turn;
    if (!(await isDue(house, call, turn))) continue;
    if (!(await isAffordable(house, call, candidate))) {
      if (last.cause === undefined) last = { ending: "budget" };
      continue;
    }
    const startedAtMs = house.clock.now();
    try {
      return await attempt(candidate);
    } catch (error) {
      const failure = judgeFailure(error, house.clock.now());
      call.noteFailure(candidate, failure, startedAtMs, error instanceof UselessAnswerError ? error.use : undefined);
      last = { ending: endOf(failure), cause: error };
      const { goesOn, isPassing } = verdictOf(failure);
      if (!goesOn || call.attempts.length >= house.patience.maxAttempts) break;
      const tries = turn.tries + 1;
      if (isPassing && tries < triesPerCandidate) {
        const waitMs = Math.max(failure.retryAfterMs ?? 0, backoffMs(tries, { ...backoff, random: house.random }));
        turns.push({ candidate, notBeforeMs: house.clock.now() + waitMs, tries });
      }
    }
  }
  call.end({ outcome: last.ending, candidate: undefined });
  throw new GatewayError(last.ending, call.id, last.cause);
}

/** Waits until its turn has come; false when that is too long. */
async function isDue({ clock, sleep, patience }: House, call: Call, { notBeforeMs }: Turn): Promise<boolean> {
  const waitMs = notBeforeMs - clock.now();
  if (waitMs > Math.min(patience.longestWaitMs, call.leftMs())) return false;
  if (waitMs > 0) await sleep(waitMs);
  return call.leftMs() > 0;
}

/** What is put aside covers a model that costs no more; a dearer one is asked for at the budget. */
async function isAffordable(house: House, call: Call, { amountMicroUsd }: Candidate): Promise<boolean> {
  const needed = call.usedUpMicroUsd + amountMicroUsd;
  if (needed <= (call.heldMicroUsd ?? -1)) return true;
  const { workspaceId, stamp } = call.about.asker;
  const payer = { kind: stamp.kind, id: stamp.id };
  const isRaised = await house.governor.raise(workspaceId, { callId: call.id, payer, amountMicroUsd: needed, leaseMs: call.leaseMs });
  if (isRaised) call.heldMicroUsd = needed;
  return isRaised;
}

type Ending = "unavailable" | "malformed" | "refused" | "invalid" | "cancelled" | "budget";

function endOf({ outcome }: Failure): Ending {
  return outcome === "malformed" || outcome === "refused" || outcome === "invalid" || outcome === "cancelled" ? outcome : "unavailable";
}
