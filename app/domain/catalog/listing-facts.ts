import { z } from "zod";

/** What the vendor told, as it was stored: read again with care, because an older version of us wrote it. */
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

type Stored = { quality: unknown; competition: unknown; priceReference: unknown };

export function readFacts({ quality, competition, priceReference }: Stored) {
  return {
    quality: qualitySchema.safeParse(quality).data ?? null,
    competition: competitionSchema.safeParse(competition).data ?? null,
    priceReference: referenceSchema.safeParse(priceReference).data ?? null,
  };
}

/** The vendor's own suggestion first, then what would win the buyers who compare. */
export function suggestedCentsOf(stored: Stored): number | null {
  const { priceReference, competition } = readFacts(stored);
  return priceReference?.suggestedCents ?? competition?.priceToWinCents ?? null;
}
