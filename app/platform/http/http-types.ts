export type HttpPolicy = {
  /** One attempt, its body included; for a stream until the headers, then from chunk to chunk. */
  attemptTimeoutMs: number;
  /** All attempts and waits together. */
  deadlineMs: number;
  attempts: number;
  baseMs: number;
  maxMs: number;
  maxResponseBytes: number;
};

export type HttpRequest = {
  /** Names the other side in logs and chooses the breaker, for example "vendor:workspace". */
  target: string;
  url: string | URL;
  method?: string | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | Uint8Array<ArrayBuffer> | FormData | URLSearchParams | ReadableStream<Uint8Array> | undefined;
  /** Which statuses are an answer; all others become an error. By default 200 to 299. */
  acceptStatus?: ((status: number) => boolean) | undefined;
  /** Off by default: a redirect could carry credentials to another host. */
  followRedirects?: boolean | undefined;
  signal?: AbortSignal | undefined;
  policy?: Partial<HttpPolicy> | undefined;
};

type Answer = { status: number; headers: Headers };
export type HttpResponse = Answer & { bytes: Uint8Array; text(): string; json(): unknown };
export type HttpStream = Answer & { body: AsyncIterable<Uint8Array> };

/** A request on its way. `attempts` counts those that went out. */
export type HttpCall = {
  request: HttpRequest;
  url: URL;
  method: string;
  policy: HttpPolicy;
  startedAtMs: number;
  deadlineAtMs: number;
  attempts: number;
};
