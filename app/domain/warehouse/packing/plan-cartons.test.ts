import { expect, test } from "vitest";
import { tickingClock } from "../solvers/testing/ticking-clock.ts";
import { type CartonKind, type PackLine, planCartons } from "./plan-cartons.ts";
import { usualCartons } from "./usual-cartons.ts";

const small: CartonKind = {
  id: "small",
  name: "Small",
  lengthMm: 200,
  widthMm: 150,
  heightMm: 100,
  weightGrams: 100,
  maxWeightGrams: 2e3,
  costCents: 90,
  currency: "BRL",
};
const large: CartonKind = {
  ...small,
  id: "large",
  name: "Large",
  lengthMm: 400,
  widthMm: 300,
  heightMm: 200,
  maxWeightGrams: 9_000,
  costCents: 250,
};
const edges = { lengthMm: 100, widthMm: 100, heightMm: 100 };
const aLine = (change: Partial<PackLine> = {}): PackLine => ({
  id: "a",
  title: "Kettle",
  sku: "KET-18",
  quantity: 1,
  edges,
  weightGrams: 500,
  ...change,
});
const plan = (lines: PackLine[], kinds = [large, small]) => planCartons(lines, kinds, tickingClock());

test("an order goes into the cheapest carton that holds it, with its weight and how full it is", () => {
  expect(plan([aLine()])).toEqual({
    kind: "planned",
    cartons: [{ cartonId: "small", name: "Small", contents: [{ lineId: "a", quantity: 1 }], weightGrams: 600, fillPercent: 33 }],
    tooLarge: [],
    unweighed: [],
  });
});

test("a carton is not made heavier than it may be", () => {
  const planned = plan([aLine({ weightGrams: 2_500 })]);
  expect(planned).toMatchObject({ cartons: [{ cartonId: "large" }] });
});

test("what does not go into one carton is spread, every unit once", () => {
  const planned = plan([aLine({ quantity: 30 }), aLine({ id: "b", sku: "CUP", quantity: 5 })]);
  if (planned.kind !== "planned") throw new Error(planned.kind);
  const units = new Map<string, number>();
  for (const { lineId, quantity } of planned.cartons.flatMap(({ contents }) => contents))
    units.set(lineId, (units.get(lineId) ?? 0) + quantity);
  expect(Object.fromEntries(units)).toEqual({ a: 30, b: 5 });
  expect(planned.cartons.length).toBeGreaterThan(1);
});

test("without the size of all goods nothing is claimed, and those without one are named", () => {
  expect(plan([aLine(), aLine({ id: "b", sku: "CUP", title: "Cup", edges: null })])).toEqual({
    kind: "not-known",
    unmeasured: [{ lineId: "b", sku: "CUP", title: "Cup" }],
  });
});

test("goods without a weight are packed by size, and said to be unweighed", () => {
  expect(plan([aLine({ weightGrams: null })])).toMatchObject({
    cartons: [{ cartonId: "small", weightGrams: null }],
    unweighed: [{ lineId: "a" }],
  });
});

test("what fits into no carton is named, and the rest is packed", () => {
  const rod = aLine({ id: "rod", sku: "ROD", edges: { lengthMm: 900, widthMm: 20, heightMm: 20 } });
  expect(plan([aLine(), rod])).toMatchObject({ cartons: [{ contents: [{ lineId: "a" }] }], tooLarge: [{ lineId: "rod" }] });
});

test("where a carton has no price, the smallest one is chosen and not the one that says it costs less", () => {
  const cheap = { ...large, costCents: 1 };
  expect(plan([aLine()], [cheap, small])).toMatchObject({ cartons: [{ cartonId: "large" }] });
  expect(plan([aLine()], [cheap, { ...small, costCents: null }])).toMatchObject({ cartons: [{ cartonId: "small" }] });
  expect(plan([aLine()], [cheap, { ...small, currency: "USD" }])).toMatchObject({ cartons: [{ cartonId: "small" }] });
});

test("a house without cartons, and an order of thousands, hear why there is no suggestion", () => {
  expect(plan([aLine()], [])).toEqual({ kind: "no-cartons" });
  expect(plan([aLine({ quantity: 501 })])).toEqual({ kind: "too-many" });
});

test("the usual cartons differ by name and carry more than they weigh", () => {
  expect(new Set(usualCartons.map(({ name }) => name)).size).toBe(usualCartons.length);
  expect(usualCartons.filter(({ weightGrams, maxWeightGrams }) => weightGrams >= maxWeightGrams)).toEqual([]);
});
