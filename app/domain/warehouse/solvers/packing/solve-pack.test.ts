import fc from "fast-check";
import { expect, test } from "vitest";
import { problemsOfPacking } from "../testing/check-packing.ts";
import { tickingClock } from "../testing/ticking-clock.ts";
import { type PackProblem, solvePack } from "./solve-pack.ts";

const side = fc.integer({ min: 1, max: 60 }).map((tenths) => tenths / 10);
const anItem = fc.record({
  l: side,
  w: side,
  h: side,
  weight: fc.integer({ min: 0, max: 9 }),
  qty: fc.integer({ min: 1, max: 9 }),
  rotate: fc.constantFrom("all" as const, "upright" as const, "none" as const),
  up: fc.option(fc.constantFrom(["l" as const], ["h" as const, "w" as const]), { nil: undefined }),
});
const aCarton = fc.record({
  l: fc.integer({ min: 5, max: 12 }),
  w: fc.integer({ min: 5, max: 12 }),
  h: fc.integer({ min: 5, max: 12 }),
  maxWeight: fc.option(fc.integer({ min: 5, max: 80 }), { nil: undefined }),
});

function aProblem(mode: PackProblem["mode"]): fc.Arbitrary<PackProblem> {
  return fc
    .record({ cartons: fc.array(aCarton, { minLength: 1, maxLength: 3 }), items: fc.array(anItem, { maxLength: 6 }) })
    .map(({ cartons, items }) => ({
      mode,
      cartons: cartons.map((carton, index) => ({ id: `carton-${index}`, ...carton })),
      items: items.map((item, index) => ({ id: `item-${index}`, ...item })),
      timeMs: 20,
      seed: 1,
    }));
}

test.each(["fill" as const, "fewest-cost" as const])(
  "%s: boxes lie inside, apart, supported, as they may stand and not too heavy",
  (mode) => {
    fc.assert(
      fc.property(aProblem(mode), (problem) => {
        expect(problemsOfPacking(problem, solvePack(problem, tickingClock()))).toEqual([]);
      }),
      { numRuns: 25, seed: 7 },
    );
  },
);

test("fewest-cost leaves out only what fits in no carton", () => {
  fc.assert(
    fc.property(aProblem("fewest-cost"), (problem) => {
      for (const { id } of solvePack(problem, tickingClock()).unplaced) {
        const alone = {
          ...problem,
          mode: "fill" as const,
          items: problem.items.filter((item) => item.id === id).map((item) => ({ ...item, qty: 1 })),
        };
        for (const carton of problem.cartons) {
          expect(solvePack({ ...alone, cartons: [carton] }, tickingClock()).unplaced).toEqual([{ id, qty: 1 }]);
        }
      }
    }),
    { numRuns: 25, seed: 7 },
  );
});

const cube = { l: 2, w: 2, h: 2, rotate: "all" as const };

test("a carton that boxes can fill is filled", () => {
  const problem: PackProblem = {
    mode: "fill",
    cartons: [{ id: "c", l: 10, w: 6, h: 6 }],
    items: [
      { id: "slab", l: 10, w: 6, h: 2, qty: 1, rotate: "none" },
      { id: "cube", ...cube, qty: 15 },
      { id: "bar", l: 5, w: 2, h: 2, qty: 6, rotate: "all" },
    ],
    timeMs: 2000,
    seed: 1,
  };
  const answer = solvePack(problem, tickingClock());
  expect(problemsOfPacking(problem, answer)).toEqual([]);
  expect(answer.cartons[0]?.fill).toBe(1);
});

test("the cheapest single carton is chosen, and two small ones when they cost less", () => {
  const cartons = [
    { id: "large", l: 8, w: 4, h: 4, cost: 9 },
    { id: "small", l: 4, w: 4, h: 4, cost: 5 },
  ];
  const pack = (cost: number) => {
    const problem: PackProblem = {
      mode: "fewest-cost",
      cartons: cartons.map((carton) => (carton.id === "large" ? { ...carton, cost } : carton)),
      items: [{ id: "cube", ...cube, qty: 16 }],
      timeMs: 50,
      seed: 1,
    };
    return solvePack(problem, tickingClock()).cartons.map(({ carton }) => carton);
  };
  expect(pack(9)).toEqual(["large"]);
  expect(pack(11)).toEqual(["small", "small"]);
  // At equal cost, the fewest cartons.
  expect(pack(10)).toEqual(["large"]);
});

test("weight opens another carton", () => {
  const problem: PackProblem = {
    mode: "fewest-cost",
    cartons: [{ id: "c", l: 10, w: 10, h: 10, maxWeight: 10 }],
    items: [{ id: "brick", ...cube, weight: 4, qty: 5 }],
    timeMs: 50,
    seed: 1,
  };
  expect(
    solvePack(problem, tickingClock())
      .cartons.map(({ placements }) => placements.length)
      .toSorted((one, other) => one - other),
  ).toEqual([1, 2, 2]);
});

test("nothing to pack is no carton at all, and in fill mode an empty one", () => {
  const problem = { cartons: [{ id: "c", l: 1, w: 1, h: 1 }], items: [], timeMs: 50, seed: 1 };
  expect(solvePack({ mode: "fewest-cost", ...problem }, tickingClock())).toMatchObject({ cartons: [], unplaced: [] });
  expect(solvePack({ mode: "fill", ...problem }, tickingClock())).toMatchObject({ cartons: [{ carton: "c", placements: [], fill: 0 }] });
});
