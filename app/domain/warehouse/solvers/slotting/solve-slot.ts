import type { Floor, Place } from "../layout.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { measureShortest } from "../routing/measure-tour.ts";
import { arrangeStops } from "../routing/stops.ts";
import { type Now, startTimeLimit } from "../time-limit.ts";
import { mostVisitedNearest, togetherInAisles } from "./first-assignment.ts";
import { improveAssignment } from "./improve-assignment.ts";
import { orderMoves, withoutIdleMoves } from "./moves.ts";
import { assignmentOf, OrderLog } from "./order-log.ts";

export type Bin = Place & { id: string };
export type SlotProblem = Floor & {
  bins: readonly Bin[];
  skus: readonly string[];
  orders: readonly (readonly string[])[];
  current?: Readonly<Record<string, string>> | undefined;
  timeMs: number;
  seed: number;
};
export type SlotMove = { sku: string; from: string; to: string; saves: number };
export type SlotAnswer = { assignment: Record<string, string>; length: number; before?: number; moves?: SlotMove[]; ms: number };

/** Putting the moves in order takes about as long as measuring all orders so many times; at most a share of the time is kept for it. */
const measuringsForMoves = 20;
const mostShareForMoves = 0.4;

/** Which sku lies in which bin, so that the tours of all orders together are short. */
export function solveSlot({ bins, skus, orders, current, timeMs, seed, ...floor }: SlotProblem, now: Now): SlotAnswer {
  const limit = startTimeLimit(now, timeMs);
  const random = seededRandom(seed);
  const stops = arrangeStops(floor, bins);
  const measure = measureShortest(floor.layout, stops);
  const indexOfSku = new Map(skus.map((sku, index) => [sku, index]));
  const indexOfBin = new Map(bins.map(({ id }, index) => [id, index]));
  const logged = orders.map((order) => order.flatMap((sku) => indexOfSku.get(sku) ?? []));
  const log = new OrderLog(logged, skus.length, stops, measure);
  const walkToBin = Float64Array.from(stops.rankOfPlace, (rank) => {
    const ranks = Int32Array.of(rank, stops.depotRank).sort();
    return measure(ranks, 2);
  });
  const aisleOfBin = Int32Array.from(bins, ({ aisle }) => aisle);
  const before = current === undefined ? undefined : Int32Array.from(skus, (sku) => indexOfBin.get(current[sku] ?? "") ?? 0);
  const starts = [
    mostVisitedNearest(log, walkToBin),
    togetherInAisles(log, walkToBin, aisleOfBin),
    ...(before === undefined ? [] : [before]),
  ];
  const lengthOf = (binOf: Int32Array) => log.measureAll(assignmentOf(binOf, bins.length));
  const setUpMs = limit.elapsedMs();
  const measured = starts.map((binOf) => ({ binOf, length: lengthOf(binOf) })).toSorted((one, other) => one.length - other.length);
  const first = measured[0]?.binOf ?? new Int32Array(0);
  const movesMs = Math.min(mostShareForMoves * timeMs, (measuringsForMoves * (limit.elapsedMs() - setUpMs)) / starts.length);
  const binsInOrder = Int32Array.from(bins.keys()).sort((one, other) => (stops.rankOfPlace[one] ?? 0) - (stops.rankOfPlace[other] ?? 0));
  const placeOfBin = new Int32Array(bins.length);
  binsInOrder.forEach((bin, place) => {
    placeOfBin[bin] = place;
  });
  const search = { log, bins: bins.length, random, binsInOrder, placeOfBin };
  const found =
    bins.length < 2 || skus.length === 0
      ? first
      : improveAssignment(first, search, limit.part(limit.leftMs() - (before === undefined ? 0 : movesMs)));
  const after = before === undefined ? found : withoutIdleMoves(log, before, found, bins.length);
  return {
    assignment: Object.fromEntries(skus.map((sku, index) => [sku, bins[after[index] ?? 0]?.id ?? ""])),
    length: lengthOf(after),
    ...(before === undefined ? {} : { before: lengthOf(before), moves: describe(orderMoves(log, before, after, bins.length), skus, bins) }),
    ms: limit.elapsedMs(),
  };
}

function describe(moves: ReturnType<typeof orderMoves>, skus: readonly string[], bins: readonly Bin[]): SlotMove[] {
  return moves.map(({ sku, from, to, saves }) => ({ sku: skus[sku] ?? "", from: bins[from]?.id ?? "", to: bins[to]?.id ?? "", saves }));
}
