import { crossAisleBetween, type Floor, type Place, walkBetween } from "../layout.ts";
import type { Random } from "#app/platform/seeded-random.ts";
import { randomBelow } from "../random.ts";
import type { TimeLimit } from "../time-limit.ts";

/** Or-opt moves runs of up to this many stops. */
const longestRun = 3;
/** Searching on without a better tour for so long is not worth the wait. */
const patience = 3000;

/** Tour by nearest neighbour, bettered by 2-opt and Or-opt, shaken and bettered again until the time is over. Index 0 is the depot. */
function localTour(distances: readonly Float64Array[], random: Random, limit: TimeLimit): number[] {
  let best = better(nearestNeighbour(distances), distances, limit);
  let bestLength = lengthOf(best, distances);
  let failures = 0;
  while (best.length > 4 && failures < patience && !limit.isOver()) {
    const tried = better(shaken(best, random), distances, limit);
    const length = lengthOf(tried, distances);
    failures = length < bestLength - 1e-9 ? 0 : failures + 1;
    if (length <= bestLength) [best, bestLength] = [tried, length];
  }
  return best;
}

const between = (distances: readonly Float64Array[], from: number, to: number) => distances[from]?.[to] ?? 0;

function lengthOf(tour: readonly number[], distances: readonly Float64Array[]): number {
  return tour.reduce((sum, stop, index) => sum + between(distances, stop, tour[(index + 1) % tour.length] ?? 0), 0);
}

function nearestNeighbour(distances: readonly Float64Array[]): number[] {
  const left = new Set(distances.keys());
  left.delete(0);
  const tour = [0];
  let at = 0;
  while (left.size > 0) {
    let nearest = -1;
    for (const stop of left) if (nearest < 0 || between(distances, at, stop) < between(distances, at, nearest)) nearest = stop;
    left.delete(nearest);
    tour.push(nearest);
    at = nearest;
  }
  return tour;
}

/** Swaps two neighbouring parts of the tour: a change that neither 2-opt nor Or-opt takes back at once. */
function shaken(tour: readonly number[], random: Random): number[] {
  const longest = Math.max(1, Math.min(30, Math.floor((tour.length - 1) / 2)));
  const [first, second] = [1 + randomBelow(random, longest), 1 + randomBelow(random, longest)];
  const start = 1 + randomBelow(random, tour.length - first - second);
  const [middle, end] = [start + first, start + first + second];
  return [...tour.slice(0, start), ...tour.slice(middle, end), ...tour.slice(start, middle), ...tour.slice(end)];
}

function better(tour: number[], distances: readonly Float64Array[], limit: TimeLimit): number[] {
  const found = [...tour];
  while (!limit.isOver() && (reverseOne(found, distances) || moveOne(found, distances)));
  return found;
}

/** 2-opt: turns the first part around that makes the tour shorter. */
function reverseOne(tour: number[], distances: readonly Float64Array[]): boolean {
  const size = tour.length;
  const stop = (index: number) => tour[index % size] ?? 0;
  let isBetter = false;
  for (let first = 0; first < size - 1; first += 1) {
    for (let last = first + 2; last < size; last += 1) {
      const now = between(distances, stop(first), stop(first + 1)) + between(distances, stop(last), stop(last + 1));
      const then = between(distances, stop(first), stop(last)) + between(distances, stop(first + 1), stop(last + 1));
      if (then < now - 1e-9) {
        tour.splice(first + 1, last - first, ...tour.slice(first + 1, last + 1).reverse());
        isBetter = true;
      }
    }
  }
  return isBetter;
}

/** Or-opt: moves a short run of stops to where it costs less. */
function moveOne(tour: number[], distances: readonly Float64Array[]): boolean {
  const size = tour.length;
  for (let length = 1; length <= Math.min(longestRun, size - 2); length += 1) {
    for (let start = 1; start + length <= size; start += 1) {
      const rest = [...tour.slice(0, start), ...tour.slice(start + length)];
      const run = tour.slice(start, start + length);
      const best = cheapestPlace(rest, run, distances);
      const saved = detour(rest[start - 1] ?? 0, run, rest[start % rest.length] ?? 0, distances);
      if (best.cost < saved - 1e-9) {
        tour.splice(0, size, ...rest.slice(0, best.behind + 1), ...best.run, ...rest.slice(best.behind + 1));
        return true;
      }
    }
  }
  return false;
}

function cheapestPlace(rest: readonly number[], run: number[], distances: readonly Float64Array[]) {
  const turned = run.toReversed();
  let best = { cost: Number.POSITIVE_INFINITY, behind: 0, run };
  for (const [behind, from] of rest.entries()) {
    const to = rest[(behind + 1) % rest.length] ?? 0;
    for (const way of [run, turned]) {
      const cost = detour(from, way, to, distances);
      if (cost < best.cost) best = { cost, behind, run: way };
    }
  }
  return best;
}

function detour(from: number, run: readonly number[], to: number, distances: readonly Float64Array[]): number {
  return between(distances, from, run[0] ?? 0) + between(distances, run.at(-1) ?? 0, to) - between(distances, from, to);
}

/** The walk of such a tour, as the places where it turns or picks. */
export function heuristicWalk(floor: Floor, picks: readonly Place[], random: Random, limit: TimeLimit): Place[] {
  const places = [floor.depot, ...distinct(picks)];
  const distances = places.map((from) => Float64Array.from(places, (to) => walkBetween(floor.layout, from, to)));
  const tour = localTour(distances, random, limit).flatMap((stop) => places[stop] ?? []);
  const walk = [floor.depot];
  for (const to of [...tour.slice(1), floor.depot]) walk.push(...turns(floor, walk.at(-1) ?? to, to), to);
  return walk;
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.aisle} ${place.y}`, place])).values()];
}

function turns({ layout }: Floor, from: Place, to: Place): Place[] {
  if (from.aisle === to.aisle) return [];
  const y = crossAisleBetween(layout, from, to);
  return [
    { aisle: from.aisle, y },
    { aisle: to.aisle, y },
  ];
}
