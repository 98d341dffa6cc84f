import type { Floor } from "../layout.ts";
import type { MeasureTour } from "../routing/measure-tour.ts";
import type { Stops } from "../routing/stops.ts";

type PickedAisle = { aisle: number; start: number; end: number };

/**
 * S-shape on one block: every aisle with picks is walked whole, beginning with the end of the picked aisles that is nearer the
 * depot. If their number is odd, the last is entered and left on the depot's side.
 */
export function measureSShape(floor: Floor, stops: Stops): MeasureTour {
  const block = blockOf(floor);
  return (ranks, count) => {
    const aisles = pickedAisles(stops, ranks, count);
    const [first, last] = [aisles[0], aisles.at(-1)];
    if (first === undefined || last === undefined) return 0;
    const isFromFirst = Math.abs(first.aisle - floor.depot.aisle) <= Math.abs(last.aisle - floor.depot.aisle);
    const isOdd = aisles.length % 2 === 1;
    const dead = isOdd ? deadEnd(stops, ranks, isFromFirst ? last : first, floor.depot.y) : 0;
    return acrossAisles(floor, first.aisle, last.aisle) + (aisles.length - (isOdd ? 1 : 0)) * block.length + dead;
  };
}

/** Largest gap on one block: the first and last picked aisle whole; in each between them, all but its largest gap. */
export function measureLargestGap(floor: Floor, stops: Stops): MeasureTour {
  const block = blockOf(floor);
  return (ranks, count) => {
    const aisles = pickedAisles(stops, ranks, count);
    const [first, last] = [aisles[0], aisles.at(-1)];
    if (first === undefined || last === undefined) return 0;
    const across = acrossAisles(floor, first.aisle, last.aisle);
    if (first === last) return across + deadEnd(stops, ranks, first, floor.depot.y);
    return aisles
      .slice(1, -1)
      .reduce((sum, aisle) => sum + 2 * (block.length - largestGap(stops, ranks, aisle, block)), across + 2 * block.length);
  };
}

type Block = { front: number; back: number; length: number };

function blockOf({ layout }: Floor): Block {
  const [front, back] = [layout.crossAisles[0] ?? 0, layout.crossAisles.at(-1) ?? 0];
  return { front, back, length: back - front };
}

/** The depot is a stop of every tour, yet nothing is picked there unless its rank appears twice. */
function pickedAisles({ aisles, depotRank }: Stops, ranks: Int32Array, count: number): PickedAisle[] {
  const found: PickedAisle[] = [];
  let isDepotSeen = false;
  for (let index = 0; index < count; index += 1) {
    const rank = ranks[index] ?? 0;
    if (rank === depotRank && !isDepotSeen) {
      isDepotSeen = true;
      continue;
    }
    const aisle = aisles[rank] ?? 0;
    const last = found.at(-1);
    if (last?.aisle === aisle) last.end = index + 1;
    else found.push({ aisle, start: index, end: index + 1 });
  }
  return found;
}

function acrossAisles({ layout, depot }: Floor, first: number, last: number): number {
  return layout.aisleSpacing * (Math.abs(depot.aisle - first) + (last - first) + Math.abs(depot.aisle - last));
}

function deadEnd({ ys }: Stops, ranks: Int32Array, { start, end }: PickedAisle, fromY: number): number {
  const lowest = ys[ranks[start] ?? 0] ?? 0;
  const highest = ys[ranks[end - 1] ?? 0] ?? 0;
  return 2 * Math.max(Math.abs(lowest - fromY), Math.abs(highest - fromY));
}

function largestGap({ ys }: Stops, ranks: Int32Array, { start, end }: PickedAisle, { front, back }: Block): number {
  let largest = 0;
  let previous = front;
  for (let index = start; index < end; index += 1) {
    const y = ys[ranks[index] ?? 0] ?? 0;
    largest = Math.max(largest, y - previous);
    previous = y;
  }
  return Math.max(largest, back - previous);
}
