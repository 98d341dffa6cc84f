import { hypergeometricTail } from "#app/platform/exact-tests.ts";

export type Share = { part: number; of: number };

export type Comparison = {
  /** How likely a share so much higher, or lower, is by chance. */
  pHigher: number;
  pLower: number;
  now: number;
  before: number;
  expected: number;
};

/** So few periods say nothing about how much they differ by themselves. */
const leastForSpread = 4;

/**
 * Whether a share differs from what it was, by Fisher's exact test. Where it has swung from period to period more than chance
 * does, all counts weigh as much less: else any shop that has good and bad days would have a pattern every day.
 * `missing` is how much of the part may be uncounted before and now; it is always counted against the difference.
 */
export function compareShares(now: Share, parts: readonly Share[], missing = { now: 0, before: 0 }): Comparison {
  const before = { part: sumOf(parts, ({ part }) => part), of: sumOf(parts, ({ of }) => of) };
  const spread = spreadOf(parts, before);
  const tail = (found: number, earlier: number, direction: "higher" | "lower") => {
    const mirrored = direction === "higher" ? { found, earlier } : { found: now.of - found, earlier: before.of - earlier };
    const drawn = Math.round(now.of / spread);
    const others = Math.round(before.of / spread);
    const part = Math.min(drawn, Math.floor(mirrored.found / spread));
    const earlierPart = Math.min(others, Math.ceil(mirrored.earlier / spread));
    return hypergeometricTail({ found: part, drawn, marked: part + earlierPart, all: drawn + others });
  };
  const most = Math.min(before.of, before.part + missing.before);
  return {
    pHigher: tail(now.part, most, "higher"),
    pLower: tail(Math.min(now.of, now.part + missing.now), before.part, "lower"),
    now: now.of === 0 ? 0 : now.part / now.of,
    before: before.of === 0 ? 0 : before.part / before.of,
    expected: before.of === 0 ? 0 : (now.of * before.part) / before.of,
  };
}

/** By how many times the periods before differ more than they would by chance; at least one. */
function spreadOf(parts: readonly Share[], { part, of }: Share): number {
  const told = parts.filter((one) => one.of > 0);
  const share = of === 0 ? 0 : part / of;
  if (told.length < leastForSpread || share <= 0 || share >= 1) return 1;
  const squares = sumOf(told, (one) => (one.part - one.of * share) ** 2 / (one.of * share * (1 - share)));
  return Math.max(1, squares / (told.length - 1));
}

function sumOf<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}
