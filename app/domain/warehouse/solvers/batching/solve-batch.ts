import type { Floor, Place } from "../layout.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { type MeasureTour, measureShortest } from "../routing/measure-tour.ts";
import { arrangeStops, type Stops } from "../routing/stops.ts";
import { type Now, startTimeLimit } from "../time-limit.ts";
import { BatchMaker, nameOrder, totalLength } from "./batches.ts";
import { firstComeFirstServed, growFromSeeds, joinBySavings } from "./first-plans.ts";
import { likenessOf } from "./likeness.ts";
import { ruinAndRecreate } from "./ruin-and-recreate.ts";
import { measureLargestGap, measureSShape } from "./walking-rules.ts";

export type Routing = "exact" | "s-shape" | "largest-gap";
export type PickOrder = { id: string; size: number; picks: readonly Place[] };
export type BatchProblem = Floor & { capacity: number; orders: readonly PickOrder[]; routing: Routing; timeMs: number; seed: number };
export type BatchAnswer = { batches: string[][]; length: number; ms: number };

/** Which orders to pick together so that all tours are short. No order is larger than the capacity; the caller has refused such. */
export function solveBatch({ orders, capacity, routing, timeMs, seed, ...floor }: BatchProblem, now: Now): BatchAnswer {
  const limit = startTimeLimit(now, timeMs);
  const random = seededRandom(seed);
  const stops = arrangeStops(
    floor,
    orders.flatMap(({ picks }) => picks),
  );
  let used = 0;
  const named = orders.map(({ size, picks }) => {
    used += picks.length;
    return nameOrder(size, Array.from(stops.rankOfPlace.subarray(used - picks.length, used)), random);
  });
  const maker = new BatchMaker(named, stops.depotRank, measureBy(routing, floor, stops));
  const likeness = likenessOf(maker, stops.aisles, limit);
  const plans = [
    firstComeFirstServed(maker, capacity),
    joinBySavings(maker, capacity, likeness, limit),
    growFromSeeds(maker, capacity, limit),
  ];
  const [first = []] = plans.toSorted((one, other) => totalLength(one) - totalLength(other));
  const batches = orders.length < 2 ? first : ruinAndRecreate(first, { maker, capacity, likeness, random }, limit);
  return {
    batches: batches.map(({ members }) => members.flatMap((member) => orders[member]?.id ?? [])),
    length: totalLength(batches),
    ms: limit.elapsedMs(),
  };
}

function measureBy(routing: Routing, floor: Floor, stops: Stops): MeasureTour {
  switch (routing) {
    case "exact":
      return measureShortest(floor.layout, stops);
    case "s-shape":
      return measureSShape(floor, stops);
    case "largest-gap":
      return measureLargestGap(floor, stops);
    default:
      return routing satisfies never;
  }
}
