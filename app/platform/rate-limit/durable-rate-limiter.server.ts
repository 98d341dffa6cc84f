import type { RateLimiterObject } from "./rate-limiter.object.server.ts";
import type { RateLimiter } from "./port.ts";
import type { RatePolicy } from "./token-bucket.ts";

/** An object that moved or restarted in the middle of a call says that the call may be repeated. */
function mayRepeat(error: unknown): boolean {
  const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean };
  return retryable === true && overloaded !== true;
}

/** One object per policy and key. Rejects when the object cannot be reached: the caller decides whether to let through. */
export function createDurableRateLimiter(namespace: DurableObjectNamespace<RateLimiterObject>): RateLimiter {
  async function onBucket<T>(
    key: string,
    policy: RatePolicy,
    call: (stub: DurableObjectStub<RateLimiterObject>) => Promise<T>,
  ): Promise<T> {
    const id = namespace.idFromName(`${policy.name}:${key}`);
    try {
      return await call(namespace.get(id));
    } catch (error) {
      if (!mayRepeat(error)) throw error;
      // A stub that failed stays broken: the second call needs a new one.
      return call(namespace.get(id));
    }
  }

  return {
    take: (key, policy, cost = 1) => onBucket(key, policy, (stub) => stub.take(policy, cost)),
    refund: (key, policy, cost = 1) => onBucket(key, policy, (stub) => stub.refund(policy, cost)),
  };
}
