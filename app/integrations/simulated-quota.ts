import type { Limits } from "./simulated-script.ts";

export type QuotaAnswer = {
  isRefused: boolean;
  /** Which of the two ran out first. */
  over: "requests" | "tokens";
  limits: Limits;
  left: Limits;
  /** Until both are whole again. */
  resetMs: number;
};

export type Quota = { take(nowMs: number, tokens: number, limits: Limits): QuotaAnswer; reset(): void };

const windowMs = 60_000;

/** Requests and tokens of a minute, counted from the first request on. */
export function createQuota(): Quota {
  let startedMs = Number.NEGATIVE_INFINITY;
  let used: Limits = { requestsPerMinute: 0, tokensPerMinute: 0 };
  return {
    reset() {
      startedMs = Number.NEGATIVE_INFINITY;
    },
    take(nowMs, tokens, limits) {
      if (nowMs - startedMs >= windowMs) {
        startedMs = nowMs;
        used = { requestsPerMinute: 0, tokensPerMinute: 0 };
      }
      const wanted = { requestsPerMinute: used.requestsPerMinute + 1, tokensPerMinute: used.tokensPerMinute + tokens };
      const over = wanted.requestsPerMinute > limits.requestsPerMinute ? "requests" : "tokens";
      const isRefused = over === "requests" || wanted.tokensPerMinute > limits.tokensPerMinute;
      if (!isRefused) used = wanted;
      return { isRefused, over, limits, left: leftOf(limits, used), resetMs: startedMs + windowMs - nowMs };
    },
  };
}

function leftOf(limits: Limits, used: Limits): Limits {
  return {
    requestsPerMinute: Math.max(0, limits.requestsPerMinute - used.requestsPerMinute),
    tokensPerMinute: Math.max(0, limits.tokensPerMinute - used.tokensPerMinute),
  };
}
