import type { Floor, Place } from "../layout.ts";
import { closedWalk, type Passage } from "./closed-walk.ts";
import { arrangeStops } from "./stops.ts";
import { untouched, isOdd } from "./tour-classes.ts";
import { takeStep } from "./tour-length.ts";
import { costsPerStep, stretchWays } from "./tour-machine.ts";
import { TourSteps } from "./tour-steps.ts";

/** A way that leads from the class before a step to the one after it. */
type Taken = { step: number; before: number; after: number; way: number };

/** The shortest closed walk from the depot past all picks, as the places where it turns or picks. */
export function exactWalk(floor: Floor, picks: readonly Place[]): Place[] {
  const stops = arrangeStops(floor, picks);
  const ranks = Int32Array.from(stops.places, (_, rank) => rank);
  const steps = new TourSteps(floor.layout, stops);
  steps.write(ranks, ranks.length);
  const passages = takenSteps(steps, costsAfterEachStep(steps)).flatMap((taken) => passagesOf(taken, steps));
  return closedWalk(stops.places[stops.depotRank] ?? floor.depot, passages);
}

function costsAfterEachStep(steps: TourSteps): Float64Array[] {
  const { classes, emptyClass, crossing } = steps.machine;
  const first = new Float64Array(classes.length).fill(Number.POSITIVE_INFINITY);
  first[emptyClass] = 0;
  const kept = [first];
  let before = first;
  for (let step = 0; step < steps.count; step += 1) {
    const after = new Float64Array(classes.length);
    takeStep(steps.tables[step] ?? crossing, steps.costs, step * costsPerStep, before, after);
    kept.push(after);
    before = after;
  }
  return kept;
}

/** Walks back from the shortest closed class: the same sums come out equal to the last bit, so equality finds the way taken. */
function takenSteps(steps: TourSteps, kept: readonly Float64Array[]): Taken[] {
  const { isClosed: closed, classes } = steps.machine;
  const final = kept[steps.count] ?? new Float64Array(0);
  let after = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < classes.length; index += 1) {
    const length = final[index] ?? shortest;
    if (closed[index] === 1 && length < shortest) [after, shortest] = [index, length];
  }
  const taken: Taken[] = [];
  for (let step = steps.count - 1; step >= 0; step -= 1) {
    const found = wayInto(steps, step, kept, after);
    taken.push(found);
    after = found.before;
  }
  return taken;
}

function wayInto(steps: TourSteps, step: number, kept: readonly Float64Array[], after: number): Taken {
  const { starts, targets, costs } = steps.tables[step] ?? steps.machine.crossing;
  const [earlier, later] = [kept[step], kept[step + 1]];
  for (let before = 0; before < steps.machine.classes.length; before += 1) {
    const end = starts[before + 1] ?? 0;
    for (let move = starts[before] ?? 0; move < end; move += 1) {
      const way = costs[move] ?? 0;
      const total = (earlier?.[before] ?? 0) + (steps.costs[step * costsPerStep + way] ?? 0);
      if (targets[move] === after && total === later?.[after]) return { step, before, after, way };
    }
  }
  throw new Error("a class of the tour was reached from nowhere");
}

function passagesOf({ step, after, way }: Taken, steps: TourSteps): Passage[] {
  const aisle = steps.aisles[step] ?? 0;
  switch (steps.kinds[step]) {
    case "crossing":
      return crossAislePassages(steps, step, after);
    case "stretch":
      return stretchPassages(steps, step, way).map(({ ys, times }) => ({ places: ys.map((y) => ({ aisle, y })), times }));
    default:
      return [];
  }
}

/** The junctions of the new aisle tell over which cross aisles one came: odd ones once, touched even ones twice. */
function crossAislePassages(steps: TourSteps, step: number, after: number): Passage[] {
  const aisle = steps.aisles[step] ?? 0;
  const from = steps.aisles[step - 1] ?? 0;
  const junctions = steps.machine.classes[after] ?? [];
  return junctions.flatMap((junction, index) => {
    const y = steps.layout.crossAisles[index] ?? 0;
    if (junction === untouched) return [];
    return [
      {
        places: [
          { aisle: from, y },
          { aisle, y },
        ],
        times: isOdd(junction) ? 1 : 2,
      },
    ];
  });
}

function stretchPassages(steps: TourSteps, step: number, way: number): { ys: number[]; times: 1 | 2 }[] {
  const lower = steps.lowers[step] ?? 0;
  const from = steps.layout.crossAisles[lower] ?? 0;
  const to = steps.layout.crossAisles[lower + 1] ?? 0;
  const start = steps.starts[step] ?? 0;
  const end = steps.ends[step] ?? 0;
  const ysOf = (first: number, last: number) => Array.from(steps.stops.ys.subarray(first, last));
  const all = ysOf(start, end);
  switch (way) {
    case stretchWays.once:
      return [{ ys: [from, ...all, to], times: 1 }];
    case stretchWays.twice:
      return [{ ys: [from, ...all, to], times: 2 }];
    case stretchWays.fromLower:
      return [{ ys: [from, ...all], times: 2 }];
    case stretchWays.fromUpper:
      return [{ ys: [...all, to], times: 2 }];
    case stretchWays.fromBoth: {
      const behindGap = (steps.gaps[step] ?? start) + 1;
      return [
        { ys: [from, ...ysOf(start, behindGap)], times: 2 },
        { ys: [...ysOf(behindGap, end), to], times: 2 },
      ];
    }
    default:
      return [];
  }
}
