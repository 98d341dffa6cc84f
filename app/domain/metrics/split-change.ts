/** Of a rate or an average `d` is what it is divided by; of all else it is nothing. */
type Sums = { n: number; d: number };
export type Part = { id: string; before: Sums; after: Sums };
export type Counting = { isRatio: boolean; scale: number; isWhole: boolean };
export type Contribution = { id: string; before: number; after: number; contribution: number };
export type SplitChange = {
  drivers: Contribution[];
  rest: number;
  explainedShare: number;
  /** 0: it changed everywhere as much as there was. 1: it changed where there had been next to nothing. */
  surprise: number;
  mix: { rate: number; mix: number } | null;
};

const shownDrivers = 10;
const tellingDrivers = 3;

/**
 * Who gave how much of a difference. Sums: each part what it itself changed. Rates and averages are parts' rates by their weights,
 * so that a part gives what its own rate changed, by its mean weight, and what its weight changed, by how far its mean rate is
 * from the whole's. Either way all of it together, with the rest, is the whole difference and nothing else.
 */
export function splitChange(parts: readonly Part[], whole: { before: number; after: number }, counting: Counting): SplitChange {
  const { contributions, mix } = counting.isRatio ? ofRates(parts, counting.scale) : ofSums(parts, counting.scale);
  const difference = whole.after - whole.before;
  const exact = counting.isWhole ? roundTogether(contributions) : contributions;
  const inOrder = exact.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.id < b.id ? -1 : 1));
  const drivers = inOrder.slice(0, shownDrivers).filter(({ contribution }) => contribution !== 0);
  const moved = sumOf(inOrder.map(({ contribution }) => Math.abs(contribution)));
  const telling = sumOf(drivers.slice(0, tellingDrivers).map(({ contribution }) => Math.abs(contribution)));
  return {
    drivers,
    rest: difference - sumOf(drivers.map(({ contribution }) => contribution)),
    explainedShare: moved === 0 ? 0 : telling / moved,
    surprise: surpriseOf(parts, exact, counting.isRatio),
    mix,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

type Split = { contributions: Contribution[]; mix: SplitChange["mix"] };

function ofSums(parts: readonly Part[], scale: number): Split {
  const contributions = parts.map(({ id, before, after }) => {
    const [was, is] = [before.n * scale, after.n * scale];
    return { id, before: was, after: is, contribution: is - was };
  });
  return { contributions, mix: null };
}

function ofRates(parts: readonly Part[], scale: number): Split {
  const total = (period: "before" | "after"): Sums => ({
    n: sumOf(parts.map((part) => part[period].n)),
    d: sumOf(parts.map((part) => part[period].d)),
  });
  const [was, is] = [total("before"), total("after")];
  // With nothing to divide by on one side there is no rate to speak of: everything is a change of weight.
  const meanRate = (rateOf(was, is) + rateOf(is, was)) / 2;
  let [rate, mix] = [0, 0];
  const contributions = parts.map(({ id, before, after }) => {
    const [rateBefore, rateAfter] = [rateOf(before, after), rateOf(after, before)];
    const [weightBefore, weightAfter] = [weightOf(before, was), weightOf(after, is)];
    const ownRate = ((weightBefore + weightAfter) / 2) * (rateAfter - rateBefore) * scale;
    const ownMix = ((rateBefore + rateAfter) / 2 - meanRate) * (weightAfter - weightBefore) * scale;
    rate += ownRate;
    mix += ownMix;
    return { id, before: rateBefore * scale, after: rateAfter * scale, contribution: ownRate + ownMix };
  });
  return { contributions, mix: { rate, mix } };
}

/** Of what was not there at all, the rate of the other time: a rate of nothing did not change. */
function rateOf(own: Sums, other: Sums): number {
  if (own.d !== 0) return own.n / own.d;
  return other.d === 0 ? 0 : other.n / other.d;
}

function weightOf(own: Sums, whole: Sums): number {
  return whole.d === 0 ? 0 : own.d / whole.d;
}

/** Whole cents that add up to the same: those with the most left over are rounded up. */
function roundTogether(contributions: readonly Contribution[]): Contribution[] {
  const wanted = Math.round(sumOf(contributions.map(({ contribution }) => contribution)));
  const floors = contributions.map(({ contribution }) => Math.floor(contribution));
  const missing = wanted - sumOf(floors);
  const byRemainder = contributions
    .map(({ contribution }, index) => ({ index, left: contribution - Math.floor(contribution) }))
    .toSorted((a, b) => b.left - a.left);
  const raised = new Set(byRemainder.slice(0, Math.max(0, missing)).map(({ index }) => index));
  return contributions.map((one, index) => ({
    ...one,
    before: Math.round(one.before),
    after: Math.round(one.after),
    contribution: (floors[index] ?? 0) + (raised.has(index) ? 1 : 0),
  }));
}

/** How far where it changed is from where it was: half the sum of the differences of both shares. */
function surpriseOf(parts: readonly Part[], contributions: readonly Contribution[], isRatio: boolean): number {
  const moved = sumOf(contributions.map(({ contribution }) => Math.abs(contribution)));
  const sizeOf = ({ before, after }: Part) => Math.abs(isRatio ? before.d + after.d : before.n + after.n);
  const size = sumOf(parts.map(sizeOf));
  if (moved === 0 || size === 0 || parts.length < 2) return 0;
  return sumOf(parts.map((part, index) => Math.abs(Math.abs(contributions[index]?.contribution ?? 0) / moved - sizeOf(part) / size))) / 2;
}
