import fc from "fast-check";
import { expect, test } from "vitest";
import { aFloorWithPicks } from "../testing/arbitraries.ts";
import { problemsOfRoute } from "../testing/check-route.ts";
import { shortestTourByForce } from "../testing/shortest-tour-by-force.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { measureShortest } from "./measure-tour.ts";
import { arrangeStops } from "./stops.ts";
import { solveRoute } from "./solve-route.ts";

const stopped = () => 0;
const rules = { timeMs: 20, seed: 1 };

test.each([
  [2, 400],
  [3, 400],
  [4, 200],
  [5, 60],
  [6, 15],
])("with %i cross aisles no tour is shorter than the exact one, and it can be walked", (crossAisles, numRuns) => {
  fc.assert(
    fc.property(aFloorWithPicks(crossAisles, 8), ({ floor, picks }) => {
      const answer = solveRoute({ ...floor, picks, ...rules }, stopped);
      expect(answer.method).toBe("exact");
      expect(problemsOfRoute(floor, picks, answer)).toEqual([]);
      expect(Math.abs(answer.length - shortestTourByForce(floor, picks))).toBeLessThan(1e-6);
    }),
    { numRuns, seed: 7 },
  );
});

test("the length that searches ask for is the length of the walk", () => {
  fc.assert(
    fc.property(aFloorWithPicks({ min: 2, max: 4 }, 40), ({ floor, picks }) => {
      const stops = arrangeStops(floor, picks);
      const measure = measureShortest(floor.layout, stops);
      const ranks = Int32Array.from([...stops.rankOfPlace, stops.depotRank]).sort();
      const answer = solveRoute({ ...floor, picks, ...rules }, stopped);
      expect(problemsOfRoute(floor, picks, answer)).toEqual([]);
      expect(Math.abs(measure(ranks, ranks.length) - answer.length)).toBeLessThan(1e-6);
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("with many cross aisles the tour is walkable and says that it is not proven", () => {
  fc.assert(
    fc.property(aFloorWithPicks({ min: 7, max: 12 }, 9), ({ floor, picks }) => {
      const answer = solveRoute({ ...floor, picks, ...rules }, stopped);
      expect(answer.method).toBe("heuristic");
      expect(problemsOfRoute(floor, picks, answer)).toEqual([]);
      expect(answer.length).toBeLessThanOrEqual(shortestTourByForce(floor, picks) * 1.1 + 1e-6);
    }),
    { numRuns: 20, seed: 7 },
  );
});

test("nothing to pick is no walk", () => {
  const layout = { aisles: 3, aisleSpacing: 4, crossAisles: [0, 20] };
  const depot = { aisle: 1, y: 20 };
  expect(solveRoute({ layout, depot, picks: [], ...rules }, stopped)).toMatchObject({ length: 0, order: [], path: [depot] });
});

test("a tour worked out by hand: the outer aisles whole, the middle one from the back", () => {
  const layout = { aisles: 3, aisleSpacing: 10, crossAisles: [0, 30] };
  const picks = [
    { aisle: 0, y: 25 },
    { aisle: 1, y: 28 },
    { aisle: 2, y: 4 },
  ];
  const { length } = solveRoute({ layout, depot: { aisle: 0, y: 0 }, picks, ...rules }, stopped);
  expect(length).toBe(30 + 10 + 2 * 2 + 10 + 30 + 20);
});

test("the heuristic ends when its time is over", () => {
  const random = seededRandom(3);
  const layout = { aisles: 20, aisleSpacing: 5, crossAisles: Array.from({ length: 10 }, (_, index) => index * 10) };
  const picks = Array.from({ length: 120 }, () => ({ aisle: Math.floor(random() * 20), y: Math.floor(random() * 90) }));
  let now = 0;
  const answer = solveRoute({ layout, depot: { aisle: 0, y: 0 }, picks, timeMs: 20, seed: 1 }, () => (now += 1));
  expect(answer.ms).toBeLessThan(30);
  expect(problemsOfRoute({ layout, depot: { aisle: 0, y: 0 } }, picks, answer)).toEqual([]);
});
