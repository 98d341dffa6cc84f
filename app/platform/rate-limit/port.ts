import type { RateDecision, RatePolicy } from "./token-bucket.ts";

/** The key names who is limited; the policy's name keeps two limits on the same key apart. */
export type RateLimiter = {
  take(key: string, policy: RatePolicy, cost?: number): Promise<RateDecision>;
  refund(key: string, policy: RatePolicy, cost?: number): Promise<void>;
};
