import type { CallOutcome } from "../circuit-breaker.ts";
import type { CircuitBreakers } from "../circuit-breakers.ts";
import type { Clock } from "../clock.ts";
import type { Sleep } from "../sleep.ts";
import { BodyError, readBounded, readExcerpt } from "./bounded-body.ts";
import { HttpError, parseRetryAfterMs } from "./http-error.ts";
import type { HttpCall } from "./http-types.ts";
import { withTimeLimit } from "./time-limit.ts";

export type AttemptOptions = {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  clock: Clock;
  sleep: Sleep;
  breakers: CircuitBreakers;
};

/** `connection` ends the exchange with the other side when it aborts. */
export type ReadAnswer<T> = (response: Response, connection: AbortController) => Promise<T>;

const errorExcerptBytes = 16_384;

export function toHttpError(error: unknown, target: string): HttpError {
  if (error instanceof HttpError) return error;
  return new HttpError(error instanceof BodyError && error.fault === "too-large" ? "too-large" : "network", target, { cause: error });
}

function outcomeOf(error: HttpError): CallOutcome {
  if (error.kind === "timeout" || error.kind === "network") return "failure";
  // Too many requests are our doing and say nothing about the other side's health.
  if (error.kind !== "status" || error.status === 429) return "ignored";
  return (error.status ?? 0) >= 500 ? "failure" : "success";
}

function limited<T>(options: AttemptOptions, call: HttpCall, connection: AbortController, work: () => Promise<T>): Promise<T> {
  const { request, policy, deadlineAtMs } = call;
  return withTimeLimit(work, connection, {
    sleep: options.sleep,
    timeoutMs: Math.max(0, Math.min(policy.attemptTimeoutMs, deadlineAtMs - options.clock.now())),
    callerSignal: request.signal,
    onTimeout: () => new HttpError("timeout", request.target),
    onAbort: () => new HttpError("aborted", request.target),
  });
}

async function exchange({ fetch, clock }: AttemptOptions, { request, url, method }: HttpCall, signal: AbortSignal): Promise<Response> {
  const { headers = {}, body = null, followRedirects = false, acceptStatus, target } = request;
  const response = await fetch(url.href, { method, headers, body, signal, redirect: followRedirects ? "follow" : "manual" });
  if (acceptStatus ? acceptStatus(response.status) : response.ok) return response;
  throw new HttpError("status", target, {
    status: response.status,
    headers: response.headers,
    retryAfterMs: parseRetryAfterMs(response.headers.get("retry-after"), clock.now()),
    body: await readExcerpt(response.body, errorExcerptBytes),
  });
}

/** One try: through the breaker, within its time, and the breaker told how it went. */
export async function attempt<T>(options: AttemptOptions, call: HttpCall, read: ReadAnswer<T>): Promise<T> {
  const { target } = call.request;
  const breaker = options.breakers.of(target);
  const permit = breaker.acquire();
  if (!permit) throw new HttpError("circuit-open", target, { retryAfterMs: breaker.retryAfterMs() });
  call.attempts += 1;
  const connection = new AbortController();
  try {
    const result = await limited(options, call, connection, async () => read(await exchange(options, call, connection.signal), connection));
    permit.settle("success");
    return result;
  } catch (error) {
    const failure = toHttpError(error, target);
    permit.settle(outcomeOf(failure));
    throw failure;
  }
}

/** A body read chunk by chunk, each within the time of an attempt and all within the deadline. */
export async function* readTimed(
  options: AttemptOptions,
  call: HttpCall,
  response: Response,
  connection: AbortController,
): AsyncGenerator<Uint8Array, void> {
  const chunks = readBounded(response.body, response.headers, call.policy.maxResponseBytes);
  const read = () => limited(options, call, connection, () => chunks.next());
  try {
    for (let next = await read(); !next.done; next = await read()) yield next.value;
  } catch (error) {
    throw toHttpError(error, call.request.target);
  } finally {
    // Waiting for the end of a body that hangs would hang with it.
    void chunks.return().catch(() => undefined);
    connection.abort();
  }
}
