import type { RulesReason } from "#app/domain/ai/ports.ts";
import type { CallOutcome } from "#app/domain/ai/kinds.ts";

/** Why a question was not answered. It is no error of the SDK's kind, so nobody but the gateway tries again. */
export class GatewayError extends Error {
  override name = "GatewayError";
  readonly outcome: Exclude<CallOutcome, "answered">;
  readonly callId: string;

  constructor(outcome: Exclude<CallOutcome, "answered">, callId: string, cause?: unknown) {
    super(`models: ${outcome}`, { cause });
    this.outcome = outcome;
    this.callId = callId;
  }

  /** As who asked is told. */
  get reason(): RulesReason {
    switch (this.outcome) {
      case "budget":
      case "unpriced":
      case "no-models":
      case "malformed":
      case "refused":
      case "cut":
        return this.outcome;
      case "unavailable":
      case "cancelled":
      case "invalid":
        return "unavailable";
      default:
        return this.outcome satisfies never;
    }
  }
}

/** An attempt that took too long: until its first token, between two of them, or altogether. */
export class TooLateError extends Error {
  override name = "TooLateError";
  readonly outcome: "first-byte-timeout" | "timeout";

  constructor(outcome: "first-byte-timeout" | "timeout") {
    super(outcome);
    this.outcome = outcome;
  }
}

/** Whoever asked went away. */
export class CallerGoneError extends Error {
  override name = "CallerGoneError";
}

/** A stream that ended before its end. */
export class CutStreamError extends Error {
  override name = "CutStreamError";
}

/** An answer that is none, or is not what was asked for. */
export class MalformedAnswerError extends Error {
  override name = "MalformedAnswerError";
}
