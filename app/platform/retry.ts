import type { Clock } from "./clock.ts";
import type { Sleep } from "./sleep.ts";

export type Backoff = { baseMs: number; maxMs: number; random: () => number };

/** Full jitter: a random wait up to the doubling bound, so that callers who failed together do not return together. */
export function backoffMs(failedAttempts: number, { baseMs, maxMs, random }: Backoff): number {
  return Math.floor(random() * Math.min(maxMs, baseMs * 2 ** (failedAttempts - 1)));
}

export type RetryOptions = Backoff & {
  /** All calls together, the first included. */
  attempts: number;
  sleep: Sleep;
  shouldRetry: (error: unknown, attempt: number) => boolean;
  /** A wait the other side asked for. It is kept in full: coming back early would only be refused again. */
  retryAfterMs?: (error: unknown) => number | undefined;
  /** Beyond this moment no further attempt begins. */
  deadline?: { clock: Clock; atMs: number };
  signal?: AbortSignal;
};

/** `fn` receives the number of its attempt, from 1. Rejects with the last error. */
export async function retry<T>(fn: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fn(attempt);
    } catch (error) {
      if (attempt >= options.attempts || !options.shouldRetry(error, attempt)) throw error;
      const waitMs = Math.max(backoffMs(attempt, options), options.retryAfterMs?.(error) ?? 0);
      const { deadline } = options;
      if (deadline && deadline.clock.now() + waitMs >= deadline.atMs) throw error;
      await options.sleep(waitMs, options.signal);
      if (options.signal?.aborted) throw error;
    }
  }
}
