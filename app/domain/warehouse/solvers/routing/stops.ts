import type { Floor, Place } from "../layout.ts";

/**
 * All places a tour may have to visit, in the order the exact method reads them: aisle by aisle, from the front. A set of
 * stops is a list of ranks in this order. The slot says where in its aisle a stop lies: 2h at cross aisle h, 2h + 1 behind it.
 */
export type Stops = {
  places: readonly Place[];
  rankOfPlace: Int32Array;
  depotRank: number;
  aisles: Int32Array;
  ys: Float64Array;
  slots: Int32Array;
};

/** Nearer than this, two places are one: what decimals lose in arithmetic must not make a second stop. */
const samePlace = 1e-9;

export function arrangeStops({ layout, depot }: Floor, wanted: readonly Place[]): Stops {
  const all = [depot, ...wanted].map((place, index) => ({ index, aisle: place.aisle, y: onCrossAisle(place.y, layout.crossAisles) }));
  all.sort((one, other) => one.aisle - other.aisle || one.y - other.y);
  const places: Place[] = [];
  const ranks = new Int32Array(all.length);
  for (const { index, aisle, y } of all) {
    const last = places.at(-1);
    if (last === undefined || last.aisle !== aisle || y - last.y > samePlace) places.push({ aisle, y });
    ranks[index] = places.length - 1;
  }
  return {
    places,
    rankOfPlace: ranks.subarray(1),
    depotRank: ranks[0] ?? 0,
    aisles: Int32Array.from(places, ({ aisle }) => aisle),
    ys: Float64Array.from(places, ({ y }) => y),
    slots: Int32Array.from(places, ({ y }) => slotOf(y, layout.crossAisles)),
  };
}

function onCrossAisle(y: number, crossAisles: readonly number[]): number {
  return crossAisles.find((crossAisle) => Math.abs(crossAisle - y) <= samePlace) ?? y;
}

function slotOf(y: number, crossAisles: readonly number[]): number {
  const behind = crossAisles.findLastIndex((crossAisle) => crossAisle <= y);
  return crossAisles[behind] === y ? 2 * behind : 2 * behind + 1;
}
