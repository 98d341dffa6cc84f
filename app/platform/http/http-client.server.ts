import type { Logger } from "../logging/logger.ts";
import { retry } from "../retry.ts";
import { collect, readBounded } from "./bounded-body.ts";
import { attempt, readTimed, toHttpError, type AttemptOptions, type ReadAnswer } from "./http-attempt.server.ts";
import { HttpError } from "./http-error.ts";
import type { HttpCall, HttpPolicy, HttpRequest, HttpResponse, HttpStream } from "./http-types.ts";

export type HttpClient = {
  /** Rejects with an `HttpError`; anything else is a mistake in the request. */
  send(request: HttpRequest): Promise<HttpResponse>;
  /** Resolves with the headers; the body fails with an `HttpError`. Read it to the end or leave the loop. */
  stream(request: HttpRequest): Promise<HttpStream>;
};

export type HttpClientOptions = AttemptOptions & {
  random: () => number;
  logger: Logger;
  policy?: Partial<HttpPolicy>;
};

const defaultHttpPolicy: HttpPolicy = {
  attemptTimeoutMs: 10_000,
  deadlineMs: 30_000,
  attempts: 3,
  baseMs: 200,
  maxMs: 5_000,
  maxResponseBytes: 5_000_000,
};

const repeatableMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

function begin(options: HttpClientOptions, request: HttpRequest): HttpCall {
  const url = new URL(request.url);
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new TypeError(`${request.target}: only http and https are called`);
  const policy = { ...defaultHttpPolicy, ...options.policy, ...request.policy };
  const startedAtMs = options.clock.now();
  const method = (request.method ?? "GET").toUpperCase();
  return { request, url, method, policy, startedAtMs, deadlineAtMs: startedAtMs + policy.deadlineMs, attempts: 0 };
}

function mayRepeat({ request, method }: HttpCall): boolean {
  if (request.body instanceof ReadableStream) return false;
  return repeatableMethods.has(method) || Object.keys(request.headers ?? {}).some((name) => name.toLowerCase().endsWith("idempotency-key"));
}

function log({ clock, logger }: HttpClientOptions, call: HttpCall, result: { status: number } | HttpError): void {
  const { request, url, method, attempts, startedAtMs } = call;
  const { host, pathname: path } = url;
  const durationMs = clock.now() - startedAtMs;
  const seen = {
    event: "http.outbound",
    target: request.target,
    method,
    host,
    path,
    statusCode: result.status,
    attempts,
    durationMs,
  } as const;
  if (result instanceof HttpError) logger.warn({ ...seen, outcome: "failed", failure: result.kind });
  else logger.info({ ...seen, outcome: "ok" });
}

async function run<T extends { status: number }>(options: HttpClientOptions, call: HttpCall, read: ReadAnswer<T>): Promise<T> {
  const { request, policy, deadlineAtMs } = call;
  try {
    const result = await retry(() => attempt(options, call, read), {
      ...policy,
      random: options.random,
      sleep: options.sleep,
      shouldRetry: (error) => error instanceof HttpError && error.retryable && error.kind !== "circuit-open" && mayRepeat(call),
      retryAfterMs: (error) => (error instanceof HttpError ? error.retryAfterMs : undefined),
      deadline: { clock: options.clock, atMs: deadlineAtMs },
      ...(request.signal ? { signal: request.signal } : {}),
    });
    log(options, call, result);
    return result;
  } catch (error) {
    const failure = toHttpError(error, request.target);
    log(options, call, failure);
    throw failure;
  }
}

/** Holds nothing between two whole texts. */
const decoder = new TextDecoder();

function toResponse({ status, headers }: Response, bytes: Uint8Array, target: string): HttpResponse {
  const text = () => decoder.decode(bytes);
  function json(): unknown {
    try {
      return JSON.parse(text()) as unknown;
    } catch (cause) {
      throw new HttpError("malformed", target, { status, cause });
    }
  }
  return { status, headers, bytes, text, json };
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  return {
    async send(request) {
      const call = begin(options, request);
      return run(options, call, async (response) => {
        const body = call.method === "HEAD" ? null : response.body;
        const bytes = await collect(readBounded(body, response.headers, call.policy.maxResponseBytes));
        return toResponse(response, bytes, request.target);
      });
    },
    async stream(request) {
      const call = begin(options, request);
      return run(options, call, (response, connection) => {
        const { status, headers } = response;
        return Promise.resolve({ status, headers, body: readTimed(options, call, response, connection) });
      });
    },
  };
}
