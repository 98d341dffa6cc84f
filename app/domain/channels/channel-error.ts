import { AppError, type ErrorCode } from "../errors.ts";

/** What can go wrong at a marketplace, told apart by what one can do about it. */
export type ChannelFault =
  /** The access token is not accepted: renew it once and try again. */
  | "token-expired"
  /** The seller, a password change or time ended the grant: only a new authorisation helps. */
  | "grant-ended"
  | "denied"
  /** Too many calls: wait. */
  | "throttled"
  /** The day's allowance is used up: wait until `retryAfterMs`. */
  | "quota"
  /** The vendor is down, slow or unreachable. */
  | "unavailable"
  /** An answer that is not what the contract says; the raw body was archived. */
  | "malformed"
  /** A place in a list (scroll, cursor) is no longer known: begin the list again. */
  | "place-lost"
  | "not-found"
  /** Our request is wrong, or our access to the vendor as a whole: repeating it does not help. */
  | "rejected";

const codes: Record<ChannelFault, ErrorCode> = {
  "token-expired": "unavailable",
  "grant-ended": "conflict",
  denied: "forbidden",
  throttled: "rate_limited",
  quota: "rate_limited",
  unavailable: "unavailable",
  malformed: "unavailable",
  "place-lost": "unavailable",
  "not-found": "not_found",
  rejected: "invalid",
};

const reasons: Record<ChannelFault, string> = {
  "token-expired": "channelTokenExpired",
  "grant-ended": "channelGrantEnded",
  denied: "channelDenied",
  throttled: "channelThrottled",
  quota: "channelQuota",
  unavailable: "channelUnavailable",
  malformed: "channelMalformed",
  "place-lost": "channelUnavailable",
  "not-found": "channelThingNotFound",
  rejected: "channelRejected",
};

type Details = { vendorText?: string | undefined; retryAfterMs?: number | undefined; cause?: unknown };

export class ChannelError extends AppError {
  override name = "ChannelError";
  readonly fault: ChannelFault;
  /** The vendor's own words, for the connection's page; never holds a token. */
  readonly vendorText: string;

  constructor(fault: ChannelFault, details: Details = {}) {
    super(codes[fault], reasons[fault], {
      cause: details.cause,
      ...(details.retryAfterMs === undefined ? {} : { retryAfterMs: details.retryAfterMs }),
    });
    this.fault = fault;
    this.vendorText = (details.vendorText ?? "").slice(0, 300);
    if (this.vendorText !== "") this.message = `${this.message} (${this.vendorText})`;
  }
}

/** The same call may succeed later without anybody doing anything. */
export function passesWithTime(fault: ChannelFault): boolean {
  return fault === "throttled" || fault === "quota" || fault === "unavailable" || fault === "malformed";
}

/** It is this one thing that cannot be had; others may. Without a grant nothing can, and all of it is still to be read. */
export function isAboutOneThing(fault: ChannelFault): boolean {
  return fault === "not-found" || fault === "denied" || fault === "rejected" || fault === "place-lost";
}
