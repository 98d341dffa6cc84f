import type { Layout } from "../layout.ts";
import { OneBlockLength } from "./one-block-length.ts";
import type { Stops } from "./stops.ts";
import { TourLength } from "./tour-length.ts";
import { TourSteps } from "./tour-steps.ts";

/** Length of a tour past the stops with these ranks, sorted and with the depot's among them. */
export type MeasureTour = (ranks: Int32Array, count: number) => number;

/** Of the shortest tour, without the tour itself: what searches ask for a million times. */
export function measureShortest(layout: Layout, stops: Stops): MeasureTour {
  if (layout.crossAisles.length === 2) {
    const oneBlock = new OneBlockLength(layout, stops);
    return (ranks, count) => oneBlock.of(ranks, count);
  }
  const tour = new TourLength(new TourSteps(layout, stops));
  return (ranks, count) => tour.of(ranks, count);
}
