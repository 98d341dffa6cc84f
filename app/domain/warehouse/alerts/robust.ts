/** How a sound sample lies: its middle, and how far its values are from it, in the unit of a standard deviation. */
export type Usual = { median: number; spread: number; samples: number };

/** Of a bell-shaped sample the median distance is this part of the standard deviation. */
const perDeviation = 1.4826;
/** Beyond this many deviations chance is no explanation; a sample of any shape seldom gets there. */
const deviations = 4;

function medianOf(values: readonly number[]): number {
  const inOrder = values.toSorted((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  const upper = inOrder[middle] ?? 0;
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? upper) + upper) / 2;
}

/** What is usual, in a way that half of all values may be wild without moving it. Undefined below the least number of samples. */
export function usualOf(values: readonly number[], least: number): Usual | undefined {
  if (values.length < Math.max(1, least)) return undefined;
  const median = medianOf(values);
  const spread = perDeviation * medianOf(values.map((value) => Math.abs(value - median)));
  return { median, spread, samples: values.length };
}

/** Where unusual begins above. A sample without spread would call any change unusual: a tenth of its middle is the least. */
export function upperLimit({ median, spread }: Usual): number {
  return median + deviations * Math.max(spread, median / 10);
}

/** The same below; never under nothing. */
export function lowerLimit({ median, spread }: Usual): number {
  return Math.max(0, median - deviations * Math.max(spread, median / 10));
}
