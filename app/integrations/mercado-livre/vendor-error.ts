import { ChannelError, type ChannelFault } from "#app/domain/channels/channel-error.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import { errorSchema } from "./wire.ts";

/** What a failed call was for: the same words mean different things at different doors. */
export type CallNature = "api" | "token" | "scroll";

export type VendorWords = { codes: string[]; text: string };

/** Everything an error answer says, whichever team at the vendor wrote it. */
function readVendorWords(body: string): VendorWords {
  const parsed = errorSchema.safeParse(parseJson(body));
  if (!parsed.success) return { codes: [], text: body.slice(0, 200) };
  const { error, code, message, error_description, cause } = parsed.data;
  const causes = (cause ?? []).map((one) => (typeof one === "string" ? { code: "", message: one } : one));
  const codes = [error, code, ...causes.map((one) => one.code)].map(wordOf).filter((word) => word !== "");
  const text = [error_description ?? message, ...causes.map((one) => one.message)].map(wordOf).filter((word) => word !== "");
  return { codes, text: [...new Set([...codes.slice(0, 1), ...text])].join(": ") };
}

function wordOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

const grantEnders = new Set(["invalid_grant"]);
const appRefusals = new Set([
  "invalid_client",
  "unauthorized_client",
  "unauthorized_application",
  "unsupported_grant_type",
  "invalid_scope",
]);
/** A 401 or 403 with these words is about whose thing it is: a new token would change nothing. */
const ownershipWords = /owner|seller of the item|not_owned|caller\.id|has not access|can not identify the user|policies|policy/i;

export function toChannelError(error: unknown, nature: CallNature = "api"): unknown {
  if (!(error instanceof HttpError)) return error;
  const { text } = readVendorWords(error.body);
  return new ChannelError(faultOf(error, nature), {
    vendorText: error.kind === "status" ? text || `HTTP ${error.status}` : error.kind,
    retryAfterMs: error.retryAfterMs,
    cause: error,
  });
}

function faultOf(error: HttpError, nature: CallNature): ChannelFault {
  // A scan moves on when it is asked: whatever an answer that never came held, asking again would skip.
  if (nature === "scroll" && (error.kind === "timeout" || error.kind === "network")) return "place-lost";
  if (error.kind === "malformed" || error.kind === "too-large") return "malformed";
  if (error.kind !== "status") return "unavailable";
  const { codes, text } = readVendorWords(error.body);
  const status = error.status ?? 0;
  if (status === 429) return "throttled";
  if (status >= 500 || status === 408 || status === 425) return "unavailable";
  if (codes.some((code) => appRefusals.has(code))) return "rejected";
  if (nature === "token") return codes.some((code) => grantEnders.has(code)) ? "grant-ended" : "rejected";
  if (nature === "scroll" && (status === 400 || status === 404 || status === 410)) return "place-lost";
  if (status === 401) return ownershipWords.test([...codes, text].join(" ")) ? "denied" : "token-expired";
  if (status === 403) return "denied";
  return status === 404 || status === 410 ? "not-found" : "rejected";
}

/** The vendor's status of a call that came back as a `ChannelError`. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof ChannelError && error.cause instanceof HttpError ? error.cause.status : undefined;
}

export function wordsOf(error: unknown): VendorWords {
  return error instanceof ChannelError && error.cause instanceof HttpError ? readVendorWords(error.cause.body) : { codes: [], text: "" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
