import type { FakeClock } from "./clock.ts";
import type { Sleep } from "./sleep.ts";

type Sleeper = { untilMs: number; wake: () => void };

export type FakeSleep = {
  sleep: Sleep;
  /** Every wait asked for, in order. */
  sleptMs: number[];
  /** Runs the work to its end; whenever all of it waits, the clock jumps to the next sleeper. */
  run<T>(work: Promise<T>): Promise<T>;
};

/** Lets promises and streams that need no time go as far as they can. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise<void>((resolve) => setTimeout(resolve, 0));
}

/** For tests: time passes only while nothing else can happen, and costs no time. */
export function createFakeSleep(clock: FakeClock): FakeSleep {
  const sleepers = new Set<Sleeper>();
  const sleptMs: number[] = [];

  function wakeNext(): void {
    const [next] = [...sleepers].sort((a, b) => a.untilMs - b.untilMs);
    if (!next) throw new Error("The work waits for something that no sleeper will bring");
    clock.set(Math.max(clock.now(), next.untilMs));
    next.wake();
  }

  return {
    sleptMs,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        sleptMs.push(ms);
        const sleeper: Sleeper = { untilMs: clock.now() + ms, wake };
        function wake(): void {
          sleepers.delete(sleeper);
          resolve();
        }
        signal?.addEventListener("abort", wake);
        sleepers.add(sleeper);
      }),
    async run(work) {
      const progress = { done: false };
      const finished = work.finally(() => {
        progress.done = true;
      });
      finished.catch(() => undefined);
      await settle();
      while (!progress.done) {
        wakeNext();
        await settle();
      }
      return finished;
    },
  };
}
