import { z } from "zod";
import type { TokenSet } from "./ports.ts";

export const tokenSetSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  accessExpiresAtMs: z.number(),
  refreshExpiresAtMs: z.number().nullable(),
  grantEndsAtMs: z.number().nullable(),
}) satisfies z.ZodType<TokenSet>;

export type TokenAsk = {
  nowMs: number;
  /** How long the access token must still live. */
  minLeftMs: number;
  /** The access token the vendor has just refused. */
  refused: string | undefined;
};

/** Whether the tokens can be used as they are, must be renewed, or are beyond renewal. */
export function decideTokens(tokens: TokenSet, { nowMs, minLeftMs, refused }: TokenAsk): "use" | "renew" | "ended" {
  const isLongEnough = tokens.accessExpiresAtMs - nowMs >= minLeftMs;
  if (isLongEnough && tokens.accessToken !== refused) return "use";
  const ends = [tokens.refreshExpiresAtMs, tokens.grantEndsAtMs].filter((endMs) => endMs !== null);
  return ends.some((endMs) => endMs <= nowMs) ? "ended" : "renew";
}

/** The place an envelope is sealed for: tokens of one channel open nowhere else. */
export function tokenPlace(channelId: string): string {
  return `channel:${channelId}`;
}
