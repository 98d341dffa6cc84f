import fc from "fast-check";
import { expect, test } from "vitest";
import type { Place } from "../layout.ts";
import { seededRandom } from "#app/platform/seeded-random.ts";
import { solveRoute } from "../routing/solve-route.ts";
import { aFloor, somePicks } from "../testing/arbitraries.ts";
import { problemsOfBatches } from "../testing/check-batches.ts";
import { tickingClock } from "../testing/ticking-clock.ts";
import { type BatchProblem, type PickOrder, type Routing, solveBatch } from "./solve-batch.ts";

function aProblem(routing: Routing, most: number): fc.Arbitrary<BatchProblem> {
  const floors = aFloor(routing === "exact" ? { min: 2, max: 4 } : 2);
  return floors.chain((floor) => {
    const order = fc.record({ size: fc.integer({ min: 0, max: 5 }), picks: somePicks(floor, 5) });
    return fc
      .record({ orders: fc.array(order, { maxLength: most }), capacity: fc.integer({ min: 5, max: 12 }) })
      .map(({ orders, capacity }) => ({
        ...floor,
        capacity,
        orders: orders.map((one, index) => ({ id: `order-${index}`, ...one })),
        routing,
        timeMs: 5,
        seed: 1,
      }));
  });
}

const picksOf = (orders: readonly PickOrder[], ids: readonly string[]): Place[] =>
  orders.filter(({ id }) => ids.includes(id)).flatMap(({ picks }) => picks);

test.each(["exact", "s-shape", "largest-gap"] as const)("%s: each order is picked once and no batch is over the capacity", (routing) => {
  fc.assert(
    fc.property(aProblem(routing, 12), (problem) => {
      expect(problemsOfBatches(problem, solveBatch(problem, tickingClock()))).toEqual([]);
    }),
    { numRuns: 40, seed: 7 },
  );
});

test("the length is that of the shortest tours", () => {
  fc.assert(
    fc.property(aProblem("exact", 10), (problem) => {
      const { batches, length } = solveBatch(problem, tickingClock());
      const routed = batches.map(
        (ids) => solveRoute({ ...problem, picks: picksOf(problem.orders, ids), timeMs: 0, seed: 1 }, () => 0).length,
      );
      expect(length).toBeCloseTo(
        routed.reduce((sum, one) => sum + one, 0),
        6,
      );
    }),
    { numRuns: 40, seed: 7 },
  );
});

/** Every way to split orders into batches, by giving each to one of the batches so far or to a new one. */
function shortestByForce({ orders, capacity, ...floor }: BatchProblem): number {
  const lengths = new Map<string, number>();
  const lengthOf = (ids: readonly string[]) => {
    const key = ids.join();
    const length = lengths.get(key) ?? solveRoute({ ...floor, picks: picksOf(orders, ids), timeMs: 0, seed: 1 }, () => 0).length;
    lengths.set(key, length);
    return length;
  };
  const split = (next: number, batches: readonly (readonly PickOrder[])[]): number => {
    const order = orders[next];
    if (order === undefined) return batches.reduce((sum, batch) => sum + lengthOf(batch.map(({ id }) => id)), 0);
    const fits = (batch: readonly PickOrder[]) => batch.reduce((sum, { size }) => sum + size, order.size) <= capacity;
    const joined = batches.flatMap((batch, index) => (fits(batch) ? [split(next + 1, batches.with(index, [...batch, order]))] : []));
    return Math.min(split(next + 1, [...batches, [order]]), ...joined);
  };
  return split(0, []);
}

test("for a few orders no plan is shorter", () => {
  fc.assert(
    fc.property(aProblem("exact", 6), (problem) => {
      expect(solveBatch({ ...problem, timeMs: 20 }, tickingClock()).length).toBeCloseTo(shortestByForce(problem), 6);
    }),
    { numRuns: 40, seed: 7 },
  );
});

const layout = { aisles: 4, aisleSpacing: 10, crossAisles: [0, 30] };
const picks = [
  { aisle: 1, y: 6 },
  { aisle: 2, y: 4 },
  { aisle: 2, y: 25 },
  { aisle: 3, y: 9 },
];
const oneOrder = (routing: Routing, chosen: readonly Place[], depot: Place = { aisle: 0, y: 0 }) =>
  solveBatch({ layout, depot, capacity: 9, orders: [{ id: "a", size: 1, picks: chosen }], routing, timeMs: 5, seed: 1 }, tickingClock())
    .length;

test("s-shape, worked out by hand: whole aisles, the odd last one from the depot's side", () => {
  expect(oneOrder("s-shape", picks)).toBe(60 + 30 + 30 + 2 * 9);
  expect(oneOrder("s-shape", picks.slice(0, 3))).toBe(40 + 30 + 30);
  expect(oneOrder("s-shape", picks.slice(1, 3))).toBe(40 + 2 * 25);
  // From the back, the far end of the last aisle is the other one.
  expect(oneOrder("s-shape", picks, { aisle: 0, y: 30 })).toBe(60 + 30 + 30 + 2 * 21);
  // The depot stands nearer to the last picked aisle, so the first one is the dead end.
  expect(oneOrder("s-shape", picks, { aisle: 3, y: 0 })).toBe(40 + 30 + 30 + 2 * 6);
});

test("largest gap, worked out by hand: first and last aisle whole, all but the largest gap between", () => {
  expect(oneOrder("largest-gap", picks)).toBe(60 + 30 + 30 + 2 * (4 + 5));
  expect(oneOrder("largest-gap", picks.slice(0, 3))).toBe(40 + 30 + 30);
  expect(oneOrder("largest-gap", picks.slice(1, 3))).toBe(40 + 2 * 25);
});

test("a pick at the depot itself counts as a pick", () => {
  expect(oneOrder("s-shape", [{ aisle: 0, y: 0 }])).toBe(0);
  expect(
    oneOrder("s-shape", [
      { aisle: 0, y: 0 },
      { aisle: 1, y: 5 },
    ]),
  ).toBe(20 + 30 + 30);
});

test("the search betters orders taken as they come by a fifth, and the same seed gives the same plan", () => {
  const random = seededRandom(5);
  const floor = { layout: { ...layout, aisles: 10 }, depot: { aisle: 0, y: 0 } };
  const orders = Array.from({ length: 60 }, (_, index) => ({
    id: `order-${index}`,
    size: 3,
    picks: Array.from({ length: 3 }, () => ({ aisle: Math.floor(random() * 10), y: Math.floor(random() * 30) })),
  }));
  const problem: BatchProblem = { ...floor, capacity: 12, orders, routing: "exact", timeMs: 300, seed: 1 };
  const asTheyCome = Array.from({ length: 15 }, (_, batch) => {
    const picks = orders.slice(4 * batch, 4 * batch + 4).flatMap((order) => order.picks);
    return solveRoute({ ...floor, picks, timeMs: 0, seed: 1 }, () => 0).length;
  }).reduce((sum, length) => sum + length, 0);
  const searched = solveBatch(problem, tickingClock());
  expect(searched.length).toBeLessThan(asTheyCome * 0.8);
  expect(solveBatch(problem, tickingClock()).batches).toEqual(searched.batches);
});
