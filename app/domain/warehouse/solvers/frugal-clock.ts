import type { Now } from "./time-limit.ts";

/** What a look counts for at the least: about what lies between two looks of a search. */
const lookMs = 0.05;

/**
 * A clock for searches inside a Worker, where time stands still as long as nothing is waited for: a search that goes by the
 * clock alone would never end. Every look counts a little, and where time does pass, that counts.
 */
export function frugalClock(now: Now = () => performance.now()): Now {
  let [looked, seen] = [0, now()];
  const startedAt = seen;
  return () => {
    seen = Math.max(seen, now());
    looked += lookMs;
    return Math.max(seen - startedAt, looked);
  };
}
