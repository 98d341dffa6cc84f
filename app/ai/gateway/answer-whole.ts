import type { LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from "@ai-sdk/provider";
import { withTimeLimit } from "#app/platform/http/time-limit.ts";
import type { Call } from "./call.ts";
import { languageModelOf } from "./catalogs.ts";
import { CallerGoneError, TooLateError } from "./errors.ts";
import type { House } from "./house.ts";
import type { Candidate } from "./route.ts";
import { UselessAnswerError } from "./try-candidates.ts";
import { tokenUse } from "./usage.ts";

/** Runs one attempt within its time; whoever asked may go away meanwhile. */
export function inTime<T>(
  house: House,
  call: Call,
  own: { timeoutMs: number; signal: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
) {
  const working = new AbortController();
  const leftMs = call.leftMs();
  return withTimeLimit(() => work(working.signal), working, {
    sleep: house.sleep,
    timeoutMs: Math.min(own.timeoutMs, leftMs),
    callerSignal: own.signal,
    onTimeout: () => new TooLateError("timeout"),
    onAbort: () => new CallerGoneError(),
  });
}

/** One attempt at an answer in one piece. An answer that is none, or no JSON where JSON was asked for, counts as a failure. */
export async function answerWhole(
  house: House,
  call: Call,
  candidate: Candidate,
  options: LanguageModelV4CallOptions,
): Promise<LanguageModelV4GenerateResult> {
  const startedAtMs = house.clock.now();
  const model = await languageModelOf(call.known, candidate.provider, candidate.model, house);
  const own = { timeoutMs: house.patience.wholeAnswerMs, signal: options.abortSignal };
  const result = await inTime(house, call, own, async (abortSignal) => model.doGenerate({ ...options, abortSignal }));
  call.firstByteMs = house.clock.now() - call.startedAtMs;
  const why = whyUseless(result, options);
  if (why !== undefined) throw new UselessAnswerError(why, tokenUse(result.usage));
  call.noteAttempt(candidate, "answered", startedAtMs);
  return result;
}

function whyUseless({ content, finishReason }: LanguageModelV4GenerateResult, { responseFormat }: LanguageModelV4CallOptions) {
  if (finishReason.unified === "content-filter") return undefined;
  if (content.length === 0) return "nothing was answered";
  if (responseFormat?.type !== "json" || content.some(({ type }) => type === "tool-call")) return undefined;
  return isJson(textOf(content)) ? undefined : "what was answered is no JSON";
}

export function textOf(content: LanguageModelV4GenerateResult["content"]): string {
  return content.map((part) => (part.type === "text" ? part.text : "")).join("");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
