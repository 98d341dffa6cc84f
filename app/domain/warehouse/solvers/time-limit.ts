/** Milliseconds of a clock that never goes back. */
export type Now = () => number;

export type TimeLimit = {
  elapsedMs(): number;
  isOver(): boolean;
  /** From 0 at the start to 1 at the end. */
  share(): number;
  leftMs(): number;
  /** A limit for a part of the work: `ms` from now, and never past this one. */
  part(ms: number): TimeLimit;
};

/** A part is kept back for writing the answer, so that a caller who waits `timeMs` has it. */
const usableShare = 0.97;

export function startTimeLimit(now: Now, timeMs: number): TimeLimit {
  return limitOf(now, timeMs * usableShare);
}

function limitOf(now: Now, usableMs: number): TimeLimit {
  const startedAt = now();
  const elapsedMs = () => now() - startedAt;
  return {
    elapsedMs,
    isOver: () => elapsedMs() >= usableMs,
    share: () => (usableMs <= 0 ? 1 : Math.min(1, elapsedMs() / usableMs)),
    leftMs: () => usableMs - elapsedMs(),
    part: (ms) => limitOf(now, Math.min(ms, usableMs - elapsedMs())),
  };
}
