import type { VendorId } from "../channels/ports.ts";

const ranks: Record<VendorId, readonly string[]> = {
  "mercado-livre": ["1_red", "2_orange", "3_yellow", "4_light_green", "5_green"],
  shopee: ["Poor", "ImprovementNeeded", "Good", "Excellent"],
};

/** The vendor's own levels from worst to best; undefined for a word we do not know. */
export function levelRank(vendor: VendorId, level: string | null): number | undefined {
  const rank = level === null ? -1 : ranks[vendor].indexOf(level);
  return rank < 0 ? undefined : rank;
}

/** The best of some levels. */
export function bestLevel(vendor: VendorId, levels: readonly (string | null)[]): string | null {
  const ranked = levels.toSorted((one, other) => (levelRank(vendor, other) ?? -1) - (levelRank(vendor, one) ?? -1));
  return ranked[0] ?? null;
}
