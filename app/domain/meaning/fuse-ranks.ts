/** Deep places hardly differ from each other; the usual value of those who use this rule. */
const damping = 60;

export type Ranking = { ids: readonly string[]; weight: number };

/**
 * One order out of several whose scores cannot be compared: each list gives its first places most, and what stands in two
 * lists comes before what stands in one. Ties keep the order of the first list they stand in.
 */
export function fuseRanks(rankings: readonly Ranking[]): { id: string; score: number }[] {
  const scores = new Map<string, number>();
  for (const { ids, weight } of rankings) {
    for (const [place, id] of ids.entries()) scores.set(id, (scores.get(id) ?? 0) + weight / (damping + place + 1));
  }
  return [...scores].map(([id, score]) => ({ id, score })).toSorted((a, b) => b.score - a.score);
}
