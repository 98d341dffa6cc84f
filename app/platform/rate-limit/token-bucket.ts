/** `capacity` is the burst; `refillPerSecond` the lasting rate. */
export type RatePolicy = { name: string; capacity: number; refillPerSecond: number };

export type RateDecision = {
  allowed: boolean;
  /** Whole units left for now. */
  remaining: number;
  /** 0 when allowed; otherwise the wait after which the same request fits. */
  retryAfterMs: number;
  /** Until the bucket is full again. */
  resetAfterMs: number;
};

export type BucketState = { tokens: number; updatedAtMs: number };

function assertUsable(policy: RatePolicy, cost: number): void {
  const usable = policy.capacity > 0 && policy.refillPerSecond > 0 && Number.isFinite(policy.capacity) && cost > 0 && Number.isFinite(cost);
  if (!usable) throw new RangeError(`Rate policy ${policy.name}: capacity, refill and cost must be above zero`);
}

function refill(state: BucketState | undefined, policy: RatePolicy, nowMs: number): BucketState {
  if (!state) return { tokens: policy.capacity, updatedAtMs: nowMs };
  // A clock that ran back adds nothing, and must not be paid for twice when it catches up.
  const elapsedMs = Math.max(0, nowMs - state.updatedAtMs);
  const tokens = Math.min(policy.capacity, state.tokens + (elapsedMs * policy.refillPerSecond) / 1_000);
  return { tokens, updatedAtMs: Math.max(nowMs, state.updatedAtMs) };
}

function msUntil(tokens: number, policy: RatePolicy, wanted: number): number {
  return Math.max(0, Math.ceil(((wanted - tokens) * 1_000) / policy.refillPerSecond));
}

export function take(state: BucketState | undefined, policy: RatePolicy, nowMs: number, cost = 1) {
  assertUsable(policy, cost);
  const filled = refill(state, policy, nowMs);
  const allowed = filled.tokens >= cost;
  const next: BucketState = allowed ? { ...filled, tokens: filled.tokens - cost } : filled;
  const decision: RateDecision = {
    allowed,
    remaining: Math.floor(next.tokens),
    // More than the bucket holds never fits: the best answer is when the bucket is full.
    retryAfterMs: allowed ? 0 : Math.max(1, msUntil(next.tokens, policy, Math.min(cost, policy.capacity))),
    resetAfterMs: msUntil(next.tokens, policy, policy.capacity),
  };
  return { state: next, decision };
}

/** Gives back what a request turned out not to use, for example a correct password. */
export function refund(state: BucketState | undefined, policy: RatePolicy, nowMs: number, cost = 1): BucketState {
  assertUsable(policy, cost);
  const filled = refill(state, policy, nowMs);
  return { ...filled, tokens: Math.min(policy.capacity, filled.tokens + cost) };
}

/** From then on the bucket is the same as a fresh one. */
export function msUntilFull(state: BucketState, policy: RatePolicy, nowMs: number): number {
  return msUntil(refill(state, policy, nowMs).tokens, policy, policy.capacity);
}

/** Whole units that could be taken now. */
export function tokensLeft(state: BucketState | undefined, policy: RatePolicy, nowMs: number): number {
  return Math.floor(refill(state, policy, nowMs).tokens);
}
