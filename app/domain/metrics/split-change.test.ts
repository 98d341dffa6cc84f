import fc from "fast-check";
import { expect, test } from "vitest";
import { type Part, splitChange } from "./split-change.ts";

const sums = fc.record({ n: fc.integer({ min: 0, max: 100_000 }), d: fc.integer({ min: 0, max: 500 }) });
const someParts = fc
  .array(fc.record({ before: sums, after: sums }), { minLength: 1, maxLength: 40 })
  .map((parts): Part[] => parts.map((part, index) => ({ id: `p${index}`, ...part })));

const total = (parts: readonly Part[], period: "before" | "after", field: "n" | "d") => parts.reduce((sum, part) => sum + part[period][field], 0);

test("what all parts gave, with the rest, is the whole difference: to the cent for sums", () => {
  fc.assert(
    fc.property(someParts, (parts) => {
      const whole = { before: total(parts, "before", "n"), after: total(parts, "after", "n") };
      const { drivers, rest } = splitChange(parts, whole, { isRatio: false, scale: 1, isWhole: true });
      expect(drivers.reduce((sum, one) => sum + one.contribution, 0) + rest).toBe(whole.after - whole.before);
      if (parts.length <= 10) expect(rest).toBe(0);
      for (const driver of drivers) expect(driver.contribution).toBe(driver.after - driver.before);
    }),
  );
});

test("of a rate, rates and weights together are the whole difference", () => {
  fc.assert(
    fc.property(someParts, (parts) => {
      const rate = (period: "before" | "after") => total(parts, period, "n") / total(parts, period, "d");
      fc.pre(parts.every(({ before, after }) => (before.d > 0 || before.n === 0) && (after.d > 0 || after.n === 0)));
      fc.pre(total(parts, "before", "d") > 0 && total(parts, "after", "d") > 0);
      const whole = { before: rate("before"), after: rate("after") };
      const { drivers, rest, mix } = splitChange(parts, whole, { isRatio: true, scale: 1, isWhole: false });
      const scale = 1 + Math.abs(whole.after) + Math.abs(whole.before);
      expect(((mix?.rate ?? 0) + (mix?.mix ?? 0) - (whole.after - whole.before)) / scale).toBeCloseTo(0, 8);
      expect((drivers.reduce((sum, one) => sum + one.contribution, 0) + rest - (whole.after - whole.before)) / scale).toBeCloseTo(0, 8);
      if (parts.length <= 10) expect(rest / scale).toBeCloseTo(0, 8);
    }),
  );
});

test("a rate that changed nowhere, and only its weights, is all mix", () => {
  const parts: Part[] = [
    { id: "cheap", before: { n: 1_000, d: 100 }, after: { n: 3_000, d: 300 } },
    { id: "dear", before: { n: 10_000, d: 100 }, after: { n: 10_000, d: 100 } },
  ];
  const { mix } = splitChange(parts, { before: 55, after: 32.5 }, { isRatio: true, scale: 1, isWhole: false });
  expect(mix?.rate).toBeCloseTo(0);
  expect(mix?.mix).toBeCloseTo(-22.5);
});

test("a change that follows size tells nothing, one out of nowhere tells all", () => {
  const part = (id: string, before: number, after: number): Part => ({ id, before: { n: before, d: 0 }, after: { n: after, d: 0 } });
  const counting = { isRatio: false, scale: 1, isWhole: true };
  const even = splitChange([part("a", 100, 110), part("b", 300, 330)], { before: 400, after: 440 }, counting);
  expect(even.surprise).toBeCloseTo(0);
  const odd = splitChange([part("a", 1_000, 1_000), part("b", 0, 40)], { before: 1_000, after: 1_040 }, counting);
  expect(odd.surprise).toBeGreaterThan(0.9);
  expect(odd.drivers).toEqual([{ id: "b", before: 0, after: 40, contribution: 40 }]);
});
