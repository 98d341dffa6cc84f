import type { Place } from "../layout.ts";

/** A straight run past several places, walked once, or there and back. */
export type Passage = { places: readonly Place[]; times: 1 | 2 };

type Edge = { ends: readonly [number, number]; isWalked: boolean };

/** One walk from the depot over every passage and back. Each place is entered as often as it is left, so there always is one. */
export function closedWalk(depot: Place, passages: readonly Passage[]): Place[] {
  const places: Place[] = [];
  const edgesAt: Edge[][] = [];
  const numbers = new Map<string, number>();
  const numberOf = (place: Place) => {
    const key = `${place.aisle} ${place.y}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, places.length);
    edgesAt.push([]);
    return places.push(place) - 1;
  };
  const start = numberOf(depot);
  for (const { places: run, times } of passages) {
    for (const [index, place] of run.slice(1).entries()) {
      const ends = [numberOf(run[index] ?? place), numberOf(place)] as const;
      for (let time = 0; time < times; time += 1) {
        const edge = { ends, isWalked: false };
        for (const end of ends) edgesAt[end]?.push(edge);
      }
    }
  }
  return walkAllEdges(start, edgesAt).flatMap((number) => places[number] ?? []);
}

/** Goes on until stuck, backs up to the last place with an edge left, and goes on from there. */
function walkAllEdges(start: number, edgesAt: readonly Edge[][]): number[] {
  const open = [start];
  const walk: number[] = [];
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const edges = edgesAt[at] ?? [];
    let edge = edges.pop();
    while (edge?.isWalked === true) edge = edges.pop();
    if (edge === undefined) {
      walk.push(at);
      open.pop();
    } else {
      edge.isWalked = true;
      open.push(edge.ends[0] === at ? edge.ends[1] : edge.ends[0]);
    }
  }
  return walk;
}
