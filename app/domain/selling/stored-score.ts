import { z } from "zod";
import { tightestOf } from "./headroom.ts";
import { partIds, type Score } from "./score-types.ts";

const storedSchema = z.object({
  parts: z.array(z.object({ id: z.enum(partIds), points: z.number().nullable() })),
  outOfStockBp: z.number().nullable(),
  tightest: z
    .object({ metric: z.string(), band: z.enum(["leader", "green", "yellow", "orange", "target"]), orders: z.number() })
    .nullable(),
});
export type StoredScore = z.infer<typeof storedSchema>;

/** What of a score is worth keeping for later days. */
export function toStoredScore({ parts, outOfStockBp, headroom }: Score): StoredScore {
  return { parts: parts.map(({ id, points }) => ({ id, points })), outOfStockBp, tightest: tightestOf(headroom) ?? null };
}

export function parseStoredScore(stored: unknown): StoredScore | undefined {
  return storedSchema.safeParse(stored).data;
}
