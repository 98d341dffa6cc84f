export type HttpErrorKind = "timeout" | "network" | "status" | "too-large" | "malformed" | "circuit-open" | "aborted";

type HttpErrorOptions = {
  status?: number | undefined;
  retryAfterMs?: number | undefined;
  headers?: Headers | undefined;
  body?: string | undefined;
  cause?: unknown;
};

const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

export class HttpError extends Error {
  override name = "HttpError";
  readonly kind: HttpErrorKind;
  readonly target: string;
  readonly status: number | undefined;
  /** The wait the other side asked for. */
  readonly retryAfterMs: number | undefined;
  /** The same request may succeed later; whether it may be repeated is the caller's knowledge. */
  readonly retryable: boolean;
  // Private, so that logs never pick them up: both may hold what people wrote.
  readonly #headers: Headers;
  readonly #body: string;

  constructor(kind: HttpErrorKind, target: string, options: HttpErrorOptions = {}) {
    super(`${target}: ${kind === "status" ? `answered ${options.status}` : kind}`, { cause: options.cause });
    this.kind = kind;
    this.target = target;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
    this.retryable = kind === "status" ? passingStatuses.has(options.status ?? 0) : ["timeout", "network", "circuit-open"].includes(kind);
    this.#headers = options.headers ?? new Headers();
    this.#body = options.body ?? "";
  }

  /** Headers of an answer with an error status. */
  get headers(): Headers {
    return this.#headers;
  }

  /** The beginning of the body of an answer with an error status. */
  get body(): string {
    return this.#body;
  }
}

/** Reads both forms of Retry-After: seconds and a date. */
export function parseRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const atMs = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
