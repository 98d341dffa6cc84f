/** So far from the middle of a bell lies one in twenty. */
const width = 1.959_964;

/** Between which shares the true one lies in nineteen of twenty such counts (Wilson): one of one may be a fifth as well as all. */
export function likelyShare(part: number, of: number): { low: number; high: number } {
  if (of <= 0) return { low: 0, high: 1 };
  const share = part / of;
  const squared = width ** 2 / of;
  const middle = share + squared / 2;
  const reach = width * Math.sqrt((share * (1 - share) + squared / 4) / of);
  return { low: Math.max(0, (middle - reach) / (1 + squared)), high: Math.min(1, (middle + reach) / (1 + squared)) };
}
