import { upperTail } from "#app/platform/upper-tail.ts";

/** Days that count as now, and how many before them it takes to say anything. */
const recentDays = 7;
export const leastDaysBefore = 14;
/** As far back as a series reaches. */
export const seriesDays = 42;

type SeriesVerdict = {
  /** Of the last week against the weeks before, by their medians. */
  changePercent: number;
  /** How likely a difference as great as this is by chance, two-sided. */
  p: number;
};

/**
 * Whether the last week differs from the weeks before. What belongs to a weekday is taken out first; then ranks are compared
 * (Mann and Whitney), so that one wild day or another scale changes nothing. Undefined where there is too little to compare.
 * Days are taken as independent: a slow wave of several weeks can look like a change.
 */
export function judgeSeries(series: readonly (number | null)[]): SeriesVerdict | undefined {
  const days = series.map((value, index) => ({ value, weekday: index % 7, isRecent: index >= series.length - recentDays }));
  const told = days.flatMap(({ value, ...day }) => (value === null ? [] : [{ ...day, value }]));
  const recent = told.filter(({ isRecent }) => isRecent);
  const before = told.filter(({ isRecent }) => !isRecent);
  if (recent.length < recentDays - 2 || before.length < leastDaysBefore) return undefined;
  const usual = new Map(
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => [weekday, median(told.filter((day) => day.weekday === weekday).map(({ value }) => value))]),
  );
  const left = ({ value, weekday }: (typeof told)[number]) => value - (usual.get(weekday) ?? 0);
  const beforeMedian = median(before.map(({ value }) => value));
  const recentMedian = median(recent.map(({ value }) => value));
  const changePercent = Math.round(((recentMedian - beforeMedian) * 100) / Math.max(1, beforeMedian));
  return { changePercent, p: rankSumP(recent.map(left), before.map(left)) };
}

/** Two-sided, by the normal approximation with ties and continuity corrected. */
export function rankSumP(some: readonly number[], others: readonly number[]): number {
  const all = [...some.map((value) => ({ value, isOurs: true })), ...others.map((value) => ({ value, isOurs: false }))];
  const sorted = all.toSorted((one, other) => one.value - other.value);
  let rankSum = 0;
  let ties = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]?.value === sorted[start]?.value) end += 1;
    const size = end - start;
    rankSum += sorted.slice(start, end).filter(({ isOurs }) => isOurs).length * ((start + 1 + end) / 2);
    ties += size ** 3 - size;
    start = end;
  }
  const total = sorted.length;
  const mean = (some.length * (total + 1)) / 2;
  const variance = ((some.length * others.length) / 12) * (total + 1 - ties / (total * (total - 1)));
  if (variance <= 0) return 1;
  return Math.min(1, 2 * upperTail(Math.max(0, Math.abs(rankSum - mean) - 0.5) / Math.sqrt(variance)));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Which of many findings stand when at most this share of them may be chance (Benjamini and Hochberg): with a thousand terms
 * a one-in-a-hundred chance comes true ten times.
 */
export function standing(ps: readonly number[], falseShare: number): boolean[] {
  const ordered = ps.map((p, index) => ({ p, index })).toSorted((one, other) => one.p - other.p);
  const last = ordered.findLastIndex(({ p }, rank) => p <= ((rank + 1) / ps.length) * falseShare);
  const stands = new Set(ordered.slice(0, last + 1).map(({ index }) => index));
  return ps.map((_, index) => stands.has(index));
}
