/** A circuit breaker that can be written down: whoever reads it later goes on where it was. */
export type KeptBreaker = { failures: number; openUntilMs: number | null; trips: number };

export type KeptBreakerPolicy = {
  /** So many failures in a row open it. */
  threshold: number;
  openMs: number;
  /** It stays open twice as long each time, up to this. */
  longestMs: number;
};

export const closedBreaker: KeptBreaker = { failures: 0, openUntilMs: null, trips: 0 };

/** half-open: the next try decides. */
export function breakerState({ openUntilMs }: KeptBreaker, nowMs: number): "closed" | "open" | "half-open" {
  if (openUntilMs === null) return "closed";
  return nowMs < openUntilMs ? "open" : "half-open";
}

export function afterSuccess(): KeptBreaker {
  return closedBreaker;
}

export function afterFailure(breaker: KeptBreaker, policy: KeptBreakerPolicy, nowMs: number): KeptBreaker {
  const failures = breaker.failures + 1;
  const isTried = breakerState(breaker, nowMs) === "half-open";
  if (!isTried && failures < policy.threshold) return { ...breaker, failures };
  const openMs = Math.min(policy.longestMs, policy.openMs * 2 ** Math.min(breaker.trips, 20));
  return { failures, openUntilMs: nowMs + openMs, trips: breaker.trips + 1 };
}
