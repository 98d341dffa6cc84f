import { ChannelError, type ChannelFault } from "#app/domain/channels/channel-error.ts";
import type { RefusalReason } from "#app/domain/channels/remote.ts";

export type VendorRefusal = { error: string; message: string };

const dayMs = 86_400_000;
const resetOffsetMs = 8 * 3_600_000;

/** Shopee prefixes a word with its module ("order.…", "common.…") on some calls only. The double e is real. */
const faultsByWord: Record<string, ChannelFault> = {
  error_auth: "token-expired",
  invalid_acceess_token: "token-expired",
  invalid_access_token: "token-expired",
  refresh_token_expired: "grant-ended",
  error_shop_refresh_token: "grant-ended",
  invalid_refresh_token: "grant-ended",
  shop_access_expired: "grant-ended",
  shop_no_linked: "grant-ended",
  shop_banned: "grant-ended",
  invalid_code: "grant-ended",
  error_rate_limit: "throttled",
  error_limit: "quota",
  error_permission: "denied",
  error_not_found: "not-found",
  error_item_not_found: "not-found",
  error_server: "unavailable",
  error_inner: "unavailable",
  error_network: "unavailable",
  error_system_busy: "unavailable",
  error_data_not_ready: "unavailable",
  error_sign: "rejected",
  error_param: "rejected",
  source_ip_undeclared: "rejected",
  error_partner_key_expired: "rejected",
  api_suspended: "rejected",
  order_list_invalid_time: "rejected",
};

/** What the vendor's word means for us. In a token call nothing but a new authorisation helps against a refused token. */
export function toChannelError(
  refusal: VendorRefusal,
  nowMs: number,
  options: { isTokenCall?: boolean; cause?: unknown } = {},
): ChannelError {
  const word = refusal.error.split(".").at(-1) ?? refusal.error;
  const known = faultsByWord[word] ?? (word.endsWith("_not_found") ? "not-found" : "rejected");
  const fault = known === "token-expired" && options.isTokenCall === true ? "grant-ended" : known;
  return new ChannelError(fault, {
    vendorText: refusal.message === "" ? refusal.error : `${refusal.error}: ${refusal.message}`,
    retryAfterMs: fault === "quota" ? msUntilReset(nowMs) : undefined,
    cause: options.cause,
  });
}

/** The vendor refuses this one thing, and not our access as a whole. */
export function isAboutTheThing(error: unknown): error is ChannelError {
  if (!(error instanceof ChannelError) || !["not-found", "denied", "rejected"].includes(error.fault)) return false;
  return !/error_sign|source_ip|partner|suspended|timestamp/i.test(error.vendorText);
}

/** The day's allowance comes back at midnight of UTC+8. */
export function msUntilReset(nowMs: number): number {
  return dayMs - ((nowMs + resetOffsetMs) % dayMs);
}

const reasonsByWord: readonly [RegExp, RefusalReason][] = [
  [/promotion|campaign|discount/i, "promotion-running"],
  [/reserved/i, "below-reserved"],
  [/\bfbs\b|fulfil+ed|fulfil+ment|managed by/i, "managed-by-vendor"],
  [/not[ _](found|exist)/i, "not-found"],
  [/not (belong|owner|your)/i, "not-owner"],
  [/review/i, "under-review"],
  [/banned|deleted|closed/i, "closed"],
  [/range|too (low|high)|minimum|maximum|limit|ratio|invalid (price|stock)/i, "out-of-range"],
  [/busy|timeout|try again|later/i, "try-later"],
];

/** Refusals come as words for people, not as codes, so what is not recognised stays "other" with those words. */
export function toRefusalReason(text: string): RefusalReason {
  return reasonsByWord.find(([pattern]) => pattern.test(text))?.[1] ?? "other";
}
