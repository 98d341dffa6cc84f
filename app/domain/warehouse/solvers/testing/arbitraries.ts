import fc from "fast-check";
import type { Floor, Place } from "../layout.ts";

/** Floors with decimals, uneven blocks and a depot on any cross aisle at any aisle. */
export function aFloor(crossAisles: number | { min: number; max: number }): fc.Arbitrary<Floor> {
  const range = typeof crossAisles === "number" ? { min: crossAisles, max: crossAisles } : crossAisles;
  const blockLengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: range.min - 1, maxLength: range.max - 1 });
  return fc
    .record({
      aisles: fc.integer({ min: 1, max: 7 }),
      spacing: fc.integer({ min: 1, max: 120 }),
      front: fc.integer({ min: -20, max: 20 }),
      blockLengths,
      depotAisle: fc.nat(),
      depotCrossAisle: fc.nat(),
    })
    .map(({ aisles, spacing, front, blockLengths, depotAisle, depotCrossAisle }) => {
      const ends = [front];
      for (const length of blockLengths) ends.push((ends.at(-1) ?? 0) + length);
      const ys = ends.map((end) => end / 10);
      return {
        layout: { aisles, aisleSpacing: spacing / 10, crossAisles: ys },
        depot: { aisle: depotAisle % aisles, y: ys[depotCrossAisle % ys.length] ?? 0 },
      };
    });
}

/** Picks anywhere in the aisles, now and then on a cross aisle or on one another. */
export function somePicks({ layout }: Floor, most: number): fc.Arbitrary<Place[]> {
  const [front, back] = [layout.crossAisles[0] ?? 0, layout.crossAisles.at(-1) ?? 0];
  const y = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: Math.round(front * 10), max: Math.round(back * 10) }).map((tenths) => tenths / 10) },
    { weight: 1, arbitrary: fc.constantFrom(...layout.crossAisles) },
  );
  return fc.array(fc.record({ aisle: fc.nat({ max: layout.aisles - 1 }), y }), { maxLength: most });
}

export function aFloorWithPicks(crossAisles: number | { min: number; max: number }, most: number) {
  return aFloor(crossAisles).chain((floor) => fc.record({ floor: fc.constant(floor), picks: somePicks(floor, most) }));
}
