import {
  APICallError,
  EmptyResponseBodyError,
  InvalidResponseDataError,
  JSONParseError,
  NoContentGeneratedError,
  TypeValidationError,
  UnsupportedFunctionalityError,
} from "@ai-sdk/provider";
import type { AttemptOutcome } from "#app/domain/ai/kinds.ts";
import { parseRetryAfterMs } from "#app/platform/http/http-error.ts";
import { CallerGoneError, CutStreamError, MalformedAnswerError, TooLateError } from "./errors.ts";

export type Failure = {
  outcome: Exclude<AttemptOutcome, "answered" | "open">;
  status: number | undefined;
  /** How long the provider asked to be left alone. */
  retryAfterMs: number | undefined;
};

type Verdict = {
  /** Another provider may do better. */
  goesOn: boolean;
  /** The same one may do better in a moment. */
  isPassing: boolean;
  /** It may have been charged, though no usage was told. */
  mayCost: boolean;
  /** It says something of the provider's health. */
  isUnwell: boolean;
};

const verdicts: Record<Failure["outcome"], Verdict> = {
  busy: { goesOn: true, isPassing: true, mayCost: false, isUnwell: true },
  failed: { goesOn: true, isPassing: true, mayCost: false, isUnwell: true },
  unreachable: { goesOn: true, isPassing: true, mayCost: false, isUnwell: true },
  "first-byte-timeout": { goesOn: true, isPassing: false, mayCost: true, isUnwell: true },
  timeout: { goesOn: true, isPassing: false, mayCost: true, isUnwell: true },
  cut: { goesOn: true, isPassing: true, mayCost: true, isUnwell: true },
  malformed: { goesOn: true, isPassing: false, mayCost: true, isUnwell: false },
  // The key or the account is at fault and not the question: another provider knows nothing of it.
  unauthorized: { goesOn: true, isPassing: false, mayCost: false, isUnwell: true },
  refused: { goesOn: false, isPassing: false, mayCost: true, isUnwell: false },
  invalid: { goesOn: false, isPassing: false, mayCost: false, isUnwell: false },
  cancelled: { goesOn: false, isPassing: false, mayCost: true, isUnwell: false },
};

export function verdictOf({ outcome }: Failure): Verdict {
  return verdicts[outcome];
}

/** What an error of an adapter or of ours means for the call. */
export function judgeFailure(error: unknown, nowMs: number): Failure {
  if (APICallError.isInstance(error)) return judgeAnswer(error, nowMs);
  const outcome = outcomeOf(error);
  return { outcome, status: undefined, retryAfterMs: undefined };
}

function outcomeOf(error: unknown): Failure["outcome"] {
  if (error instanceof TooLateError) return error.outcome;
  if (error instanceof CallerGoneError) return "cancelled";
  if (error instanceof CutStreamError) return "cut";
  if (error instanceof MalformedAnswerError) return "malformed";
  if (UnsupportedFunctionalityError.isInstance(error)) return "invalid";
  const isMalformed = [JSONParseError, TypeValidationError, InvalidResponseDataError, EmptyResponseBodyError, NoContentGeneratedError];
  return isMalformed.some((kind) => kind.isInstance(error)) ? "malformed" : "unreachable";
}

function judgeAnswer({ statusCode: status, responseHeaders, responseBody = "" }: APICallError, nowMs: number): Failure {
  const retryAfter = responseHeaders?.["retry-after"] ?? null;
  return { outcome: outcomeOfStatus(status, responseBody), status, retryAfterMs: parseRetryAfterMs(retryAfter, nowMs) };
}

function outcomeOfStatus(status: number | undefined, body: string): Failure["outcome"] {
  if (status === undefined) return "unreachable";
  // The status was fine, so it is the body that could not be read.
  if (status < 300) return "malformed";
  if (status === 408 || status === 409 || status === 429) return "busy";
  if (status === 401 || status === 402 || status === 403) return "unauthorized";
  if (status < 400 || status >= 500) return "failed";
  // Groq answers so when its own model did not keep to the schema.
  if (body.includes("json_validate_failed")) return "malformed";
  return /content[_-](?:policy|filter)/.test(body) ? "refused" : "invalid";
}
