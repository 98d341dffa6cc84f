import fc from "fast-check";
import { expect, test } from "vitest";
import { solveRoute } from "../routing/solve-route.ts";
import { aFloor, somePicks } from "../testing/arbitraries.ts";
import { tickingClock } from "../testing/ticking-clock.ts";
import { type SlotProblem, solveSlot } from "./solve-slot.ts";

function aProblem(most: number): fc.Arbitrary<SlotProblem> {
  return aFloor({ min: 2, max: 3 }).chain((floor) =>
    fc
      .record({
        places: somePicks(floor, most),
        lines: fc.array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 8 }),
        empty: fc.nat({ max: 2 }),
      })
      .map(({ places, lines, empty }) => {
        const bins = places.map((place, index) => ({ id: `bin-${index}`, ...place }));
        const skus = bins.slice(empty).map((_, index) => `sku-${index}`);
        const orders = lines.map((order) => order.flatMap((line) => skus[line % Math.max(1, skus.length)] ?? []));
        const current = Object.fromEntries(skus.map((sku, index) => [sku, bins[index]?.id ?? ""]));
        return { ...floor, bins, skus, orders, current, timeMs: 8, seed: 1 };
      }),
  );
}

function lengthBy(assignment: Readonly<Record<string, string>>, { bins, orders, ...floor }: SlotProblem): number {
  const lengths = orders.map((order) => {
    const picks = order.flatMap((sku) => bins.find(({ id }) => id === assignment[sku]) ?? []);
    return solveRoute({ ...floor, picks, timeMs: 0, seed: 1 }, () => 0).length;
  });
  return lengths.reduce((sum, length) => sum + length, 0);
}

test("every sku has a bin of its own, the lengths are those of the shortest tours, and nothing gets worse", () => {
  fc.assert(
    fc.property(aProblem(10), (problem) => {
      const { assignment, length, before = 0 } = solveSlot(problem, tickingClock());
      expect(Object.keys(assignment).toSorted()).toEqual([...problem.skus].toSorted());
      expect(new Set(Object.values(assignment)).size).toBe(problem.skus.length);
      expect(length).toBeCloseTo(lengthBy(assignment, problem), 6);
      expect(before).toBeCloseTo(lengthBy(problem.current ?? {}, problem), 6);
      expect(length).toBeLessThanOrEqual(before + 1e-6);
    }),
    { numRuns: 80, seed: 7 },
  );
});

test("the moves lead from the present bins to the new ones, and their savings add up", () => {
  fc.assert(
    fc.property(aProblem(10), (problem) => {
      const { assignment, length, before = 0, moves = [] } = solveSlot(problem, tickingClock());
      const place: Record<string, string> = { ...problem.current };
      let left = before;
      for (const { sku, from, to, saves } of moves) {
        expect(place[sku]).toBe(from);
        place[sku] = to;
        left -= saves;
        expect(left).toBeCloseTo(lengthBy(place, problem), 6);
      }
      expect(place).toEqual(assignment);
      expect(left).toBeCloseTo(length, 6);
    }),
    { numRuns: 60, seed: 7 },
  );
});

function permutations(ids: readonly string[], count: number): string[][] {
  return count === 0
    ? [[]]
    : ids.flatMap((id) =>
        permutations(
          ids.filter((other) => other !== id),
          count - 1,
        ).map((rest) => [id, ...rest]),
      );
}

test("for a few skus no assignment is shorter", () => {
  fc.assert(
    fc.property(aProblem(5), (problem) => {
      const ids = problem.bins.map(({ id }) => id);
      const all = permutations(ids, problem.skus.length).map((bins) =>
        lengthBy(Object.fromEntries(problem.skus.map((sku, index) => [sku, bins[index] ?? ""])), problem),
      );
      expect(solveSlot({ ...problem, timeMs: 40 }, tickingClock()).length).toBeCloseTo(Math.min(...all), 6);
    }),
    { numRuns: 25, seed: 7 },
  );
});

test("what already lies well stays where it is", () => {
  const layout = { aisles: 1, aisleSpacing: 5, crossAisles: [0, 50] };
  const bins = [5, 10, 20, 40].map((y, index) => ({ id: `bin-${index}`, aisle: 0, y }));
  const current = { often: "bin-0", seldom: "bin-2", never: "bin-3" };
  const problem = {
    layout,
    depot: { aisle: 0, y: 0 },
    bins,
    skus: Object.keys(current),
    orders: [["often"], ["often"], ["seldom"]],
    current,
    timeMs: 20,
    seed: 1,
  };
  expect(solveSlot(problem, tickingClock()).moves).toEqual([{ sku: "seldom", from: "bin-2", to: "bin-1", saves: 20 }]);
});

test("without a present state there is nothing to compare with", () => {
  const problem = {
    layout: { aisles: 1, aisleSpacing: 1, crossAisles: [0, 5] },
    depot: { aisle: 0, y: 0 },
    bins: [],
    skus: [],
    orders: [],
    timeMs: 5,
    seed: 1,
  };
  expect(Object.keys(solveSlot(problem, tickingClock()))).toEqual(["assignment", "length", "ms"]);
});
