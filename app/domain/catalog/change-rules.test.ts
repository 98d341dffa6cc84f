import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChangeOrder, type ChangeSubject, endIn90, planChange } from "./change-rules.ts";

function subject(change: Partial<ChangeSubject> = {}): ChangeSubject {
  return {
    priceCents: 10_000,
    stock: 10,
    reserved: 0,
    status: "active",
    isPriceAutomated: false,
    suggestedCents: null,
    costCents: null,
    ...change,
  };
}

function order(change: Partial<ChangeOrder> = {}): ChangeOrder {
  return { kind: "price", rule: "set", value: 9_000, ending: "exact", ...change };
}

test.each([
  ["set", order(), 9_000],
  ["amount down", order({ rule: "amount", value: -550 }), 9_450],
  ["percent up, in hundredths", order({ rule: "percent", value: 333 }), 10_333],
  ["percent down to .90", order({ rule: "percent", value: -500, ending: "90" }), 9_490],
  ["suggested", order({ rule: "suggested", value: 0 }), 8_877],
  ["stock, which knows no endings", order({ kind: "stock", value: 7, ending: "90" }), 7],
  ["stock by an amount", order({ kind: "stock", rule: "amount", value: -3 }), 7],
])("a change works out what each listing gets: %s", (_name, asked, after) => {
  expect(planChange(subject({ suggestedCents: 8_877 }), asked)).toMatchObject({ after, obstacle: null });
});

test("a price ends in .90 as near as it can, and is never nothing", () => {
  expect([10_000, 10_041, 10_039, 9_990, 10, 0].map(endIn90)).toEqual([9_990, 10_090, 9_990, 9_990, 90, 90]);
  fc.assert(
    fc.property(fc.integer({ min: 90, max: 10 ** 9 }), (cents) => {
      expect(endIn90(cents) % 100).toBe(90);
      expect(Math.abs(endIn90(cents) - cents)).toBeLessThanOrEqual(50);
    }),
  );
});

describe("a listing is left out", () => {
  test.each([
    ["when nothing changes", subject(), order({ value: 10_000 }), "unchanged"],
    ["without a suggested price", subject(), order({ rule: "suggested" }), "no-suggestion"],
    ["of stock, which nobody suggests", subject({ suggestedCents: 5 }), order({ kind: "stock", rule: "suggested" }), "no-suggestion"],
    ["when the price would be nothing", subject(), order({ rule: "amount", value: -10_000 }), "out-of-range"],
    ["when stock would be less than none", subject(), order({ kind: "stock", rule: "amount", value: -11 }), "out-of-range"],
    ["when it is closed", subject({ status: "closed" }), order(), "closed"],
  ])("%s", (_name, listing, asked, obstacle) => {
    expect(planChange(listing, asked)).toMatchObject({ obstacle, warnings: [] });
  });
});

test("what one should know before is said", () => {
  const warned = (listing: Partial<ChangeSubject>, asked: Partial<ChangeOrder> = {}) => planChange(subject(listing), order(asked)).warnings;
  expect(warned({})).toEqual([]);
  expect(warned({ isPriceAutomated: true, costCents: 9_001, status: "paused" })).toEqual(["price-automated", "below-cost", "paused"]);
  expect(warned({}, { value: 8_000 })).toEqual([]);
  expect(warned({}, { value: 7_999 })).toEqual(["big-drop"]);
  expect(warned({ reserved: 3, status: "review" }, { kind: "stock", value: 0 })).toEqual(["under-review", "below-reserved", "sold-out"]);
});
