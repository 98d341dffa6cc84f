import type { Clock } from "./clock.ts";
import type { Sleep } from "./sleep.ts";

/** How fast one side may be asked. Learnt from its refusals, because it does not publish the number. */
export type PacePolicy = {
  startPerSecond: number;
  maxPerSecond: number;
  minPerSecond: number;
  burst: number;
  /** Without a wait the other side names. */
  pauseMs: number;
  maxPauseMs: number;
};

export type PaceState = {
  perSecond: number;
  /** When the next call may go out; further ones follow at the pace. */
  nextAtMs: number;
  refusedInARow: number;
};

export function startPace(policy: PacePolicy, nowMs: number): PaceState {
  return { perSecond: policy.startPerSecond, nextAtMs: nowMs - burstMs(policy, policy.startPerSecond), refusedInARow: 0 };
}

function burstMs(policy: PacePolicy, perSecond: number): number {
  return ((policy.burst - 1) * 1_000) / perSecond;
}

/** Takes the next free moment. Unused time is kept up to the burst, not longer. */
export function takeTurn(state: PaceState, policy: PacePolicy, nowMs: number): { state: PaceState; waitMs: number } {
  const atMs = Math.max(state.nextAtMs, nowMs - burstMs(policy, state.perSecond));
  return { state: { ...state, nextAtMs: atMs + 1_000 / state.perSecond }, waitMs: Math.max(0, Math.ceil(atMs - nowMs)) };
}

/** Each answer lets the pace grow a little, so that a lowered limit is not kept for ever. */
export function sawAnswer(state: PaceState, policy: PacePolicy): PaceState {
  return { ...state, refusedInARow: 0, perSecond: Math.min(policy.maxPerSecond, state.perSecond + policy.maxPerSecond / 200) };
}

/** A refusal halves the pace and holds everybody back for as long as the other side asks. */
export function sawRefusal(state: PaceState, policy: PacePolicy, nowMs: number, retryAfterMs: number | undefined): PaceState {
  const refusedInARow = state.refusedInARow + 1;
  const pauseMs = retryAfterMs ?? Math.min(policy.maxPauseMs, policy.pauseMs * 2 ** (refusedInARow - 1));
  return {
    perSecond: Math.max(policy.minPerSecond, state.perSecond / 2),
    nextAtMs: Math.max(state.nextAtMs, nowMs + pauseMs),
    refusedInARow,
  };
}

type Options = { clock: Clock; sleep: Sleep; policy: PacePolicy };

/** One pace a key, shared by all who call the same side in the same way. */
export function createPacer({ clock, sleep, policy }: Options) {
  const states = new Map<string, PaceState>();
  const stateOf = (key: string) => states.get(key) ?? startPace(policy, clock.now());
  return {
    async turn(key: string): Promise<void> {
      const { state, waitMs } = takeTurn(stateOf(key), policy, clock.now());
      states.set(key, state);
      if (waitMs > 0) await sleep(waitMs);
    },
    accepted(key: string): void {
      states.set(key, sawAnswer(stateOf(key), policy));
    },
    throttled(key: string, retryAfterMs: number | undefined): void {
      states.set(key, sawRefusal(stateOf(key), policy, clock.now(), retryAfterMs));
    },
    /** For status pages. */
    perSecond: (key: string): number => stateOf(key).perSecond,
  };
}
