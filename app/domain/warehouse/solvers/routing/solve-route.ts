import type { Floor, Place } from "../layout.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { type Now, startTimeLimit } from "../time-limit.ts";
import { exactWalk } from "./exact-tour.ts";
import { heuristicWalk } from "./local-tour.ts";
import { maxExactCrossAisles } from "./tour-machine.ts";

export type RouteProblem = Floor & { picks: readonly Place[]; timeMs: number; seed: number };
export type RouteAnswer = { length: number; order: number[]; path: Place[]; method: "exact" | "heuristic"; ms: number };

/** One closed walk from the depot past all picks: provably shortest while cross aisles are few. */
export function solveRoute({ layout, depot, picks, timeMs, seed }: RouteProblem, now: Now): RouteAnswer {
  const limit = startTimeLimit(now, timeMs);
  const floor = { layout, depot };
  const isExact = layout.crossAisles.length <= maxExactCrossAisles;
  const walk = isExact ? exactWalk(floor, picks) : heuristicWalk(floor, picks, seededRandom(seed), limit);
  const path = walk.filter((place, index) => index === 0 || !isSame(place, walk[index - 1]));
  return {
    length: lengthOf(path, layout.aisleSpacing),
    order: visitingOrder(path, picks),
    path,
    method: isExact ? "exact" : "heuristic",
    ms: limit.elapsedMs(),
  };
}

function isSame(one: Place, other: Place | undefined): boolean {
  return other !== undefined && one.aisle === other.aisle && one.y === other.y;
}

function lengthOf(path: readonly Place[], aisleSpacing: number): number {
  let length = 0;
  for (const [index, place] of path.entries()) {
    const before = path[index - 1] ?? place;
    length += Math.abs(place.aisle - before.aisle) * aisleSpacing + Math.abs(place.y - before.y);
  }
  return length;
}

/** Picks in the order in which the walk first comes by; the walk names every place where something is picked. */
function visitingOrder(path: readonly Place[], picks: readonly Place[]): number[] {
  const firstVisits = picks.map((pick) => {
    const visit = path.findIndex((place) => place.aisle === pick.aisle && Math.abs(place.y - pick.y) <= 1e-6);
    return visit < 0 ? path.length : visit;
  });
  return [...picks.keys()].toSorted((one, other) => (firstVisits[one] ?? 0) - (firstVisits[other] ?? 0));
}
