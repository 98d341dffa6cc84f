import { type Floor, type Place, walkBetween } from "../layout.ts";
import type { RouteAnswer } from "../routing/solve-route.ts";

const tolerance = 1e-6;
const isNear = (one: number, other: number) => Math.abs(one - other) <= tolerance;
const isSame = (one: Place, other: Place) => one.aisle === other.aisle && isNear(one.y, other.y);

/** What is wrong with an answer; nothing when a picker could walk it. Knows nothing of how it was found. */
export function problemsOfRoute(floor: Floor, picks: readonly Place[], answer: RouteAnswer): string[] {
  return [...problemsOfPath(floor, picks, answer), ...problemsOfOrder(floor, picks, answer)];
}

function problemsOfPath({ layout, depot }: Floor, picks: readonly Place[], { path, length }: RouteAnswer): string[] {
  const problems: string[] = [];
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined || !isSame(first, depot) || !isSame(last, depot))
    problems.push("does not start and end at the depot");
  let walked = 0;
  for (const [index, to] of path.slice(1).entries()) {
    const from = path[index] ?? to;
    const isAlongCrossAisle = isNear(from.y, to.y) && layout.crossAisles.some((y) => isNear(y, to.y));
    if (from.aisle !== to.aisle && !isAlongCrossAisle) problems.push(`cuts through the racks at point ${index + 1}`);
    walked += Math.abs(from.aisle - to.aisle) * layout.aisleSpacing + Math.abs(from.y - to.y);
  }
  if (!isNear(walked, length)) problems.push(`says ${length} and walks ${walked}`);
  for (const [index, pick] of picks.entries()) {
    if (!path.some((place) => isSame(place, pick))) problems.push(`never comes to pick ${index}`);
  }
  return problems;
}

function problemsOfOrder({ layout, depot }: Floor, picks: readonly Place[], { order, length }: RouteAnswer): string[] {
  const problems: string[] = [];
  const isPermutation = order.length === picks.length && new Set(order).size === picks.length && order.every((index) => index in picks);
  if (!isPermutation) problems.push("order is not each pick once");
  const tour = [depot, ...order.flatMap((index) => picks[index] ?? []), depot];
  const walked = tour.slice(1).reduce((sum, place, index) => sum + walkBetween(layout, tour[index] ?? place, place), 0);
  if (walked > length + tolerance) problems.push(`the order walks ${walked}, more than ${length}`);
  return problems;
}
