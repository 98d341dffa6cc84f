import { ChannelError } from "#app/domain/channels/channel-error.ts";
import { statusOf, wordsOf } from "./vendor-error.ts";
import type { WireItem } from "./wire-listings.ts";
import { reasonOf } from "./writes.ts";

/** Somebody else wrote at the same moment (409): read once more and try once more. A refusal comes back as a value. */
export async function putOnceAgain<T>(put: (isAgain: boolean) => Promise<T>): Promise<T | ChannelError> {
  for (const isAgain of [false, true]) {
    try {
      return await put(isAgain);
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      if (statusOf(error) === 409 && !isAgain) continue;
      // Whether the write arrived is unknown, or the same call works with another token: not ours to answer.
      if (error.fault === "unavailable" || error.fault === "token-expired" || error.fault === "malformed") throw error;
      return error;
    }
  }
  throw new ChannelError("unavailable");
}

export function refusalOf(error: ChannelError, item: WireItem): ReturnType<typeof reasonOf> {
  if (statusOf(error) === 409) return "stale-version";
  if (error.fault === "throttled" || error.fault === "quota") return "try-later";
  if (error.fault === "not-found") return "not-found";
  if (error.fault === "denied") return "not-owner";
  return reasonOf(wordsOf(error), item);
}
