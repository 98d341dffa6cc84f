import type { Floor, Place } from "#app/domain/warehouse/solvers/layout.ts";
import { measureShortest } from "#app/domain/warehouse/solvers/routing/measure-tour.ts";
import { arrangeStops } from "#app/domain/warehouse/solvers/routing/stops.ts";

/** How long the shortest walk past some places is, from the depot and back. */
export function walkLength({ layout, depot }: Floor, places: readonly Place[]): number {
  if (places.length === 0) return 0;
  const stops = arrangeStops({ layout, depot }, places);
  const ranks = Int32Array.from([...stops.rankOfPlace, stops.depotRank]).sort();
  return measureShortest(layout, stops)(ranks, ranks.length);
}
