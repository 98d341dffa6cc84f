import type { Clock } from "../clock.ts";

export type ConcurrencyLimit = { run<T>(work: () => Promise<T>): Promise<T> };

type Slot = { takenAtMs: number };
type Waiter = { resolve: (slot: Slot) => void; reject: (error: Error) => void; sinceMs: number };

type Options = {
  clock: Clock;
  maxRunning: number;
  maxWaiting: number;
  /** A request that goes away in the middle never gives its slot back: after this time it is taken back. */
  maxHoldMs: number;
  busyError: () => Error;
};

export function createConcurrencyLimit({ clock, maxRunning, maxWaiting, maxHoldMs, busyError }: Options): ConcurrencyLimit {
  const running = new Set<Slot>();
  let waiting: Waiter[] = [];

  function take(): Slot {
    const slot = { takenAtMs: clock.now() };
    running.add(slot);
    return slot;
  }

  function handOn(): void {
    while (running.size < maxRunning) {
      const next = waiting.shift();
      if (!next) return;
      next.resolve(take());
    }
  }

  function dropAbandoned(): void {
    const oldestMs = clock.now() - maxHoldMs;
    for (const slot of running) if (slot.takenAtMs < oldestMs) running.delete(slot);
    for (const waiter of waiting) if (waiter.sinceMs < oldestMs) waiter.reject(busyError());
    waiting = waiting.filter((waiter) => waiter.sinceMs >= oldestMs);
    handOn();
  }

  function enter(): Promise<Slot> {
    dropAbandoned();
    if (running.size < maxRunning) return Promise.resolve(take());
    if (waiting.length >= maxWaiting) return Promise.reject(busyError());
    return new Promise((resolve, reject) => waiting.push({ resolve, reject, sinceMs: clock.now() }));
  }

  return {
    async run(work) {
      const slot = await enter();
      try {
        return await work();
      } finally {
        running.delete(slot);
        handOn();
      }
    },
  };
}
