import type { Clock } from "../clock.ts";
import type { RateLimiter } from "./port.ts";
import { refund, take, type BucketState } from "./token-bucket.ts";

/** For tests: the same arithmetic as the object, held in memory. */
export function createMemoryRateLimiter(clock: Clock): RateLimiter {
  const buckets = new Map<string, BucketState>();
  return {
    take(key, policy, cost = 1) {
      const id = `${policy.name}:${key}`;
      const { state, decision } = take(buckets.get(id), policy, clock.now(), cost);
      buckets.set(id, state);
      return Promise.resolve(decision);
    },
    refund(key, policy, cost = 1) {
      const id = `${policy.name}:${key}`;
      buckets.set(id, refund(buckets.get(id), policy, clock.now(), cost));
      return Promise.resolve();
    },
  };
}
