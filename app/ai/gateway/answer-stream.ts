import {
  APICallError,
  InvalidResponseDataError,
  type LanguageModelV4CallOptions,
  type LanguageModelV4StreamPart,
  type LanguageModelV4StreamResult,
} from "@ai-sdk/provider";
import { withTimeLimit } from "#app/platform/http/time-limit.ts";
import type { Call } from "./call.ts";
import { languageModelOf } from "./catalogs.ts";
import { CallerGoneError, CutStreamError, TooLateError } from "./errors.ts";
import type { House } from "./house.ts";
import type { Candidate } from "./route.ts";
import { UselessAnswerError } from "./try-candidates.ts";
import { looksCut, tokenUse } from "./usage.ts";

export type Part = LanguageModelV4StreamPart;
type Finish = Extract<Part, { type: "finish" }>;
type Reader = ReadableStreamDefaultReader<Part>;

/** A stream whose first token is there: from now on it is this answer or none. */
export type Begun = { candidate: Candidate; head: Part[]; read: () => Promise<Part | undefined>; cancel: () => void; startedAtMs: number };

const beforeTokens: ReadonlySet<Part["type"]> = new Set([
  "stream-start",
  "response-metadata",
  "text-start",
  "reasoning-start",
  "ping",
  "raw",
]);

/** One attempt at a stream, until its first token or its end. Whatever goes wrong before that is as if nothing had been sent. */
export async function beginStream(house: House, call: Call, candidate: Candidate, options: LanguageModelV4CallOptions): Promise<Begun> {
  const startedAtMs = house.clock.now();
  const model = await languageModelOf(call.known, candidate.provider, candidate.model, house);
  const working = new AbortController();
  const timed = <T>(work: () => Promise<T>, timeoutMs: number, outcome: "first-byte-timeout" | "timeout") =>
    withTimeLimit(work, working, {
      sleep: house.sleep,
      timeoutMs: Math.max(0, Math.min(timeoutMs, call.leftMs())),
      callerSignal: options.abortSignal,
      onTimeout: () => new TooLateError(outcome),
      onAbort: () => new CallerGoneError(),
    });
  const first = async () => {
    try {
      const result: LanguageModelV4StreamResult = await model.doStream({ ...options, abortSignal: working.signal });
      const reader = result.stream.getReader();
      return { reader, head: await readHead(reader) };
    } catch (error) {
      throw isUnreadable(error) ? new CutStreamError("it ended before its first token", { cause: error }) : error;
    }
  };
  const { reader, head } = await timed(first, house.patience.firstByteMs, "first-byte-timeout");
  call.firstByteMs = house.clock.now() - call.startedAtMs;
  const next = async () => (await reader.read()).value;
  return {
    candidate,
    head,
    startedAtMs,
    read: () => timed(next, house.patience.silenceMs, "timeout"),
    cancel: () => working.abort(),
  };
}

/** An adapter says so of a stream that had begun well and came to nothing. */
function isUnreadable(error: unknown): boolean {
  return InvalidResponseDataError.isInstance(error) || (APICallError.isInstance(error) && (error.statusCode ?? 500) < 300);
}

async function readHead(reader: Reader): Promise<Part[]> {
  const head: Part[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new CutStreamError("it ended before it began");
    if (value.type === "error") throw value.error;
    head.push(value);
    if (value.type === "finish") return checkEmpty(head, value);
    if (!beforeTokens.has(value.type) && !isEmptyDelta(value)) return head;
  }
}

function isEmptyDelta(part: Part): boolean {
  return (part.type === "text-delta" || part.type === "reasoning-delta") && part.delta === "";
}

/** An answer without a token is a refusal, a cut, or none. */
function checkEmpty(head: Part[], { finishReason, usage }: Finish): Part[] {
  if (looksCut(finishReason)) throw new CutStreamError("it ended without a token");
  if (finishReason.unified !== "content-filter") throw new UselessAnswerError("nothing was answered", tokenUse(usage));
  return head;
}
