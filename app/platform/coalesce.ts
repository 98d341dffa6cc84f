import { systemClock, type Clock } from "./clock.ts";

type Lane = { startedAtMs: number; next: PromiseWithResolvers<void> | undefined };

type Options = {
  clock?: Clock;
  /** A run whose request was ended from outside never reports back: after this time it no longer holds others up. */
  staleAfterMs?: number;
};

/**
 * At most one run a key at a time. A call during a run joins exactly one further run, which starts after it,
 * so that every caller's promise covers all that was there when it called.
 */
export function createCoalescer(fn: (key: string) => Promise<void>, options: Options = {}): (key: string) => Promise<void> {
  const { clock = systemClock, staleAfterMs = 60_000 } = options;
  const lanes = new Map<string, Lane>();

  function start(key: string): Promise<void> {
    const done = Promise.resolve(key).then(fn);
    const lane: Lane = { startedAtMs: clock.now(), next: undefined };
    lanes.set(key, lane);
    function leave(): void {
      // A run that was given up as stale has no say any more.
      if (lanes.get(key) !== lane) return;
      lanes.delete(key);
      if (lane.next) lane.next.resolve(start(key));
    }
    done.then(leave, leave);
    return done;
  }

  return function run(key) {
    const lane = lanes.get(key);
    if (!lane) return start(key);
    if (clock.now() - lane.startedAtMs >= staleAfterMs) {
      const done = start(key);
      lane.next?.resolve(done);
      return done;
    }
    lane.next ??= Promise.withResolvers<void>();
    return lane.next.promise;
  };
}
