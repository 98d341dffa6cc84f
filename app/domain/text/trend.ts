import { upperTail } from "#app/platform/upper-tail.ts";

/** How many of how many. */
export type Part = { found: number; of: number };
export const directions = ["rising", "falling", "steady", "unknown"] as const;
export type Direction = (typeof directions)[number];
/** `sure`: how likely it is that the two shares differ in this direction, 0 to 1. */
export type Trend = { direction: Direction; recent: Part; earlier: Part; sure: number };

const leastFound = 3;
const leastOf = 5;
const sureFrom = 0.9;
/** Less than this much more, or less, is no news even when it is certain. */
const leastChange = 1.25;

/** Whether a share grew: two shares, each with as many cases as there are, compared as proportions. */
export function trendOf(recent: Part, earlier: Part): Trend {
  if (recent.of < leastOf || earlier.of < leastOf || recent.found + earlier.found < leastFound) {
    return { direction: "unknown", recent, earlier, sure: 0 };
  }
  const sure = differs(recent, earlier);
  const [now, before] = [shareOf(recent), shareOf(earlier)];
  if (sure >= sureFrom && now > before * leastChange && recent.found >= leastFound) return { direction: "rising", recent, earlier, sure };
  if (sure >= sureFrom && before > now * leastChange && earlier.found >= leastFound) return { direction: "falling", recent, earlier, sure };
  return { direction: "steady", recent, earlier, sure: 1 - sure };
}

export function shareOf({ found, of }: Part): number {
  return of === 0 ? 0 : found / of;
}

/** So much more at once that somebody should know today. */
export function isSudden({ direction, recent, earlier, sure }: Trend): boolean {
  return direction === "rising" && sure >= 0.95 && recent.found >= 4 && shareOf(recent) >= 2 * shareOf(earlier);
}

/** One sided, with half a case added to each side so that none at all is still a number. */
function differs(one: Part, other: Part): number {
  const [a, b] = [one, other].map(({ found, of }) => ({ share: (found + 0.5) / (of + 1), of: of + 1 }));
  if (a === undefined || b === undefined) return 0;
  const deviation = Math.sqrt((a.share * (1 - a.share)) / a.of + (b.share * (1 - b.share)) / b.of);
  return 1 - upperTail(Math.abs(a.share - b.share) / deviation);
}
