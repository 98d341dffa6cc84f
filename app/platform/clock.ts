/** UTC milliseconds. Everything that asks for the time receives one of these. */
export type Clock = { now(): number };

export const systemClock: Clock = { now: () => Date.now() };

export type FakeClock = Clock & { advance(ms: number): void; set(ms: number): void };

export function createFakeClock(startMs: number): FakeClock {
  let nowMs = startMs;
  return {
    now: () => nowMs,
    advance(ms) {
      nowMs += ms;
    },
    set(ms) {
      nowMs = ms;
    },
  };
}
