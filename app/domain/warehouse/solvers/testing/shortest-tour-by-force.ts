import { type Floor, type Place, walkBetween } from "../layout.ts";

/** Length of the shortest closed tour by trying every subset of picks with every last one: certain, and only for a few picks. */
export function shortestTourByForce({ layout, depot }: Floor, picks: readonly Place[]): number {
  if (picks.length === 0) return 0;
  const walk = (from: Place, to: Place) => walkBetween(layout, from, to);
  const best = new Map<string, number>();
  const key = (visited: number, last: number) => `${visited} ${last}`;
  picks.forEach((pick, index) => best.set(key(1 << index, index), walk(depot, pick)));
  const all = 2 ** picks.length - 1;
  for (let visited = 1; visited <= all; visited += 1) {
    for (const [last, lastPick] of picks.entries()) {
      const soFar = best.get(key(visited, last));
      if (soFar === undefined) continue;
      for (const [next, nextPick] of picks.entries()) {
        if ((visited & (1 << next)) !== 0) continue;
        const to = key(visited | (1 << next), next);
        best.set(to, Math.min(best.get(to) ?? Number.POSITIVE_INFINITY, soFar + walk(lastPick, nextPick)));
      }
    }
  }
  return Math.min(...picks.map((pick, last) => (best.get(key(all, last)) ?? Number.POSITIVE_INFINITY) + walk(pick, depot)));
}
