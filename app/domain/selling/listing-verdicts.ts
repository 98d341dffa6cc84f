import { z } from "zod";
import type { Competition, ListingQuality, PriceReference } from "../channels/remote.ts";

const qualitySchema = z.object({
  score: z.number(),
  level: z.string(),
  issues: z.array(z.object({ key: z.string(), text: z.string(), harmful: z.boolean() })),
});
const competitionSchema = z.object({
  state: z.enum(["winning", "sharing", "competing", "listed"]),
  priceToWinCents: z.number().nullable(),
  winnerPriceCents: z.number().nullable(),
  reasons: z.array(z.string()),
});
const referenceSchema = z.object({
  state: z.enum(["highest", "high", "ok", "lowest"]),
  suggestedCents: z.number().nullable(),
  lowestCents: z.number().nullable(),
});

/** What the marketplace said of a listing, as it was stored; null when it said nothing, or something we no longer read. */
export function parseQuality(stored: unknown): ListingQuality | null {
  return qualitySchema.safeParse(stored).data ?? null;
}

export function parseCompetition(stored: unknown): Competition | null {
  return competitionSchema.safeParse(stored).data ?? null;
}

export function parsePriceReference(stored: unknown): PriceReference | null {
  return referenceSchema.safeParse(stored).data ?? null;
}
