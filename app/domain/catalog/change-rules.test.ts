import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChangeOrder, type ChangeSubject, endIn90, isRefusal, planChange as planBoth } from "./change-rules.ts";

const planChange = (listing: ChangeSubject, asked: ChangeOrder) => planBoth(listing, asked, () => null);

function subject(change: Partial<ChangeSubject> = {}): ChangeSubject {
  return {
    modelRef: "",
    currency: "BRL",
    priceCents: 10_000,
    stock: 10,
    reserved: 0,
    status: "active",
    suggestedCents: null,
    costCents: null,
    ...change,
  };
}

function order(change: Partial<ChangeOrder> = {}): ChangeOrder {
  return { kind: "price", rule: "set", value: 9_000, ending: "exact", currency: "BRL", ...change };
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
    ["when its price is in another currency", subject({ currency: "USD" }), order(), "other-currency"],
  ])("%s", (_name, listing, asked, obstacle) => {
    expect(planChange(listing, asked)).toMatchObject({ obstacle, warnings: [] });
  });
});

test("what one should know before is said", () => {
  const warned = (listing: Partial<ChangeSubject>, asked: Partial<ChangeOrder> = {}) => planChange(subject(listing), order(asked)).warnings;
  expect(warned({})).toEqual([]);
  expect(warned({ costCents: 9_001, status: "paused" })).toEqual(["below-cost", "paused"]);
  expect(warned({}, { value: 8_000 })).toEqual([]);
  expect(warned({}, { value: 7_999 })).toEqual(["big-drop"]);
  expect(warned({ reserved: 3, status: "review" }, { kind: "stock", value: 0 })).toEqual(["under-review", "below-reserved", "sold-out"]);
});

test("a share of the price needs no currency", () => {
  expect(planChange(subject({ currency: "USD" }), order({ rule: "percent", value: -500 }))).toMatchObject({ after: 9_500, obstacle: null });
});

test("a pause is the number 0, and says when all models of a listing follow", () => {
  const pause = order({ kind: "status", value: 0 });
  expect(planChange(subject(), pause)).toEqual({ before: 1, after: 0, warnings: [], obstacle: null });
  expect(planChange(subject({ modelRef: "7" }), pause)).toMatchObject({ warnings: ["all-models"] });
  expect(planChange(subject({ status: "paused" }), pause)).toMatchObject({ obstacle: "unchanged" });
});

test("what the vendor would refuse is told apart from what our own rules leave out", () => {
  const refusing = planBoth(subject(), order(), () => "price-automated");
  expect(refusing).toMatchObject({ after: 9_000, obstacle: "price-automated", warnings: [] });
  expect([isRefusal(refusing.obstacle), isRefusal("unchanged"), isRefusal(null)]).toEqual([true, false, false]);
  expect(planBoth(subject({ priceCents: 9_000 }), order(), () => "price-automated")).toMatchObject({ obstacle: "unchanged" });
});
