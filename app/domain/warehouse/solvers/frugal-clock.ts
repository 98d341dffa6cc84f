import type { Now } from "./time-limit.ts";

/** About what lies between two looks of a search at the clock. */
const usualLookMs = 0.05;

/**
 * A clock that counts looks, for searches inside a Worker: there, time stands still while nothing is waited for, and a search
 * that goes by it would never end. Asked the same, a search finds the same, however busy the machine.
 */
export function frugalClock(lookMs = usualLookMs): Now {
  let looked = 0;
  return () => {
    looked += 1;
    return looked * lookMs;
  };
}
