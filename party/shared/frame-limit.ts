import { type BucketState, type RatePolicy, take } from "#app/platform/rate-limit/token-bucket.ts";

/** How often each connection may talk: generous for people, cheap to refuse for a script that floods. */
export type FrameLimit = { allows(connectionId: string): boolean; forget(connectionId: string): void };

export function createFrameLimit(policy: RatePolicy): FrameLimit {
  const buckets = new Map<string, BucketState>();
  return {
    allows(connectionId) {
      const { state, decision } = take(buckets.get(connectionId), policy, Date.now());
      buckets.set(connectionId, state);
      return decision.allowed;
    },
    forget: (connectionId) => void buckets.delete(connectionId),
  };
}
