import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import type { z } from "zod";
import { PasswordHasherBusyError } from "#app/platform/crypto/hasher-busy-error.ts";
import type { RatePolicy } from "#app/platform/rate-limit/token-bucket.ts";
import { DuplicateRowError, StaleWriteError } from "#db/write-errors.ts";

export const errorStatuses = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_large: 413,
  not_understood: 422,
  rate_limited: 429,
  budget_exceeded: 402,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatuses;

/** Field name to the key of a message in the `errors` texts. */
export type FieldErrors = Record<string, string>;

/** What would have fitted: one of some values, a number not beyond an end, or another type. */
export type Expected = { rule: "oneOf" | "atLeast" | "atMost" | "type"; value: string };

type ErrorDetails = {
  fields?: FieldErrors;
  expected?: Record<string, Expected>;
  needs?: string;
  retryAfterMs?: number;
  limit?: RatePolicy;
  cause?: unknown;
};

/** What a verb refuses with. `reason` is a text key people can read in their language; surfaces translate it. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;
  readonly reason: string;
  readonly fields: FieldErrors | undefined;
  /** By the fields' names, for programs: people choose from what they see. */
  readonly expected: Readonly<Record<string, Expected>>;
  /** The scope that a key lacks, for `forbidden`. */
  readonly needs: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** The limit that was reached, for `rate_limited`. */
  readonly limit: RatePolicy | undefined;
  constructor(code: ErrorCode, reason: string, details: ErrorDetails = {}) {
    super(`${code}: ${reason}`, { cause: details.cause });
    this.code = code;
    this.reason = reason;
    this.fields = details.fields;
    this.expected = details.expected ?? {};
    this.needs = details.needs;
    this.retryAfterMs = details.retryAfterMs;
    this.limit = details.limit;
  }
}

export function notFound(what: string): AppError {
  return new AppError("not_found", `${what}NotFound`);
}

/** Every error of the layers below, as the one kind that surfaces know how to show; undefined means a fault of ours. */
export function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof StaleWriteError) return new AppError("conflict", "changedMeanwhile", { cause: error });
  if (error instanceof DuplicateRowError) return new AppError("conflict", "alreadyTaken", { cause: error });
  if (error instanceof PasswordHasherBusyError) return new AppError("unavailable", "busy", { retryAfterMs: 2_000, cause: error });
  return undefined;
}

/** Parses untrusted input once, at the verb's door. Issue messages are text keys. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = parseUntrusted(schema, input);
  if (result.success) return result.data;
  const fields: FieldErrors = {};
  const expected: Record<string, Expected> = {};
  for (const issue of result.error.issues) {
    const name = fieldName(issue.path);
    if (fields[name] !== undefined) continue;
    const isThere = isFilled(input, issue.path);
    const message = /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : "fieldInvalid";
    // Something of another type is not missing.
    fields[name] = message === "required" && issue.code === "invalid_type" && isThere ? "fieldInvalid" : message;
    const wanted = isThere ? expectedBy(issue) : undefined;
    if (wanted !== undefined) expected[name] = wanted;
  }
  throw new AppError("invalid", "checkFields", { fields, expected });
}

function isFilled(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return false;
    value = Reflect.get(value, part) as unknown;
  }
  return value !== undefined && value !== null && value !== "";
}

/** More than anybody reads. */
const mostListed = 40;

function expectedBy(issue: z.core.$ZodIssue): Expected | undefined {
  if (issue.code === "invalid_value" && issue.values.length <= mostListed)
    return { rule: "oneOf", value: issue.values.map(String).join(", ") };
  if (issue.code === "invalid_type") return { rule: "type", value: issue.expected };
  if (issue.code === "too_small" && issue.origin === "number") return { rule: "atLeast", value: String(issue.minimum) };
  if (issue.code === "too_big" && issue.origin === "number") return { rule: "atMost", value: String(issue.maximum) };
  return undefined;
}

/** A list inside of a set of its own name is one field to whoever fills it in, as `conditions.0.value` is. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.filter((part, index) => typeof part !== "string" || part !== path[index - 1]).join(".") || "form";
}

/**
 * How a refused form comes back, already in the reader's language: `error` for the whole, `fields` for each field.
 * `typed` is what a page without React shows again; secrets are never in it.
 */
export type FormProblem = { ok: false; code: string; error: string; fields: Record<string, string>; typed?: Record<string, string> };
