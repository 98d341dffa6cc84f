import { expect, test } from "vitest";
import { type Figures, realisedOf } from "./realised.ts";

const at = (values: Figures) => ({ at: 1, values });
const goalOf = (...[tool, before, after]: [tool: Parameters<typeof realisedOf>[0], before: Figures, after: Figures]) =>
  realisedOf(tool, {}, at(before), at(after))[0];
const before = { unitsPerDay: 4, salesCentsPerDay: 40_000, grossMarginCentsPerDay: 4_000 };

test("a price is judged by what it leaves: dearer and less sold can be better, cheaper and more sold worse", () => {
  const dearer = { unitsPerDay: 3, salesCentsPerDay: 36_000, grossMarginCentsPerDay: 6_000 };
  expect(goalOf("change-price", before, dearer)).toMatchObject({ figure: "grossMarginCentsPerDay", isMet: true });
  const cheaper = { unitsPerDay: 5, salesCentsPerDay: 40_000, grossMarginCentsPerDay: 3_999 };
  expect(goalOf("change-price", before, cheaper)).toMatchObject({ figure: "grossMarginCentsPerDay", isMet: false });
});

test("a price without a known margin, before or after, is judged by what it sells", () => {
  const unknown = { ...before, grossMarginCentsPerDay: null };
  expect(goalOf("change-price", before, { ...unknown, unitsPerDay: 5 })).toMatchObject({ figure: "unitsPerDay", isMet: true });
  expect(goalOf("change-price", { unitsPerDay: 4 }, { ...before, unitsPerDay: 3 })).toMatchObject({ figure: "unitsPerDay", isMet: false });
});

test("words are judged by what they sell, and what is left stands beside it", () => {
  const after = { ...before, unitsPerDay: 5, grossMarginCentsPerDay: 3_000 };
  const figures = realisedOf("rewrite-listing", {}, at(before), at(after));
  expect(figures.map(({ figure, isMet }) => [figure, isMet])).toEqual([
    ["unitsPerDay", true],
    ["grossMarginCentsPerDay", null],
    ["salesCentsPerDay", null],
  ]);
});
