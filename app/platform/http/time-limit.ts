import type { Sleep } from "../sleep.ts";

type Limits = {
  sleep: Sleep;
  timeoutMs: number;
  callerSignal?: AbortSignal | undefined;
  onTimeout: () => Error;
  onAbort: () => Error;
};

/** Runs the work until it ends, the time is up or the caller goes away; in the last two cases `working` aborts. */
export async function withTimeLimit<T>(work: () => Promise<T>, working: AbortController, limits: Limits): Promise<T> {
  const { sleep, timeoutMs, callerSignal, onTimeout, onAbort } = limits;
  if (callerSignal?.aborted) throw onAbort();
  const timer = new AbortController();
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
  const abort = () => stop(onAbort());
  callerSignal?.addEventListener("abort", abort, { once: true });
  void sleep(timeoutMs, timer.signal).then(() => {
    if (!timer.signal.aborted) stop(onTimeout());
  });
  stopped.catch(() => working.abort());
  try {
    return await Promise.race([work(), stopped]);
  } finally {
    // With a reason of its own: without one an exception with its stack is made each time, for nobody.
    timer.abort("over");
    callerSignal?.removeEventListener("abort", abort);
  }
}
