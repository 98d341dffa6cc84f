import { expect, test } from "vitest";
import { compareMargins, marginOf } from "./margin.ts";
import { shareOf } from "./share.ts";

const sale = { revenueCents: 18_990, costCents: 8_000, feeCents: 2_279, shippingCents: 1_500, taxBp: 600 };

test("a margin is what is left of the price, in whole cents", () => {
  expect(marginOf(sale)).toEqual({ contributionCents: 18_990 - 8_000 - 2_279 - 1_500 - 1_139, marginBp: 3_197, missing: [] });
});

test("what nobody has told is named and never silently zero", () => {
  expect(marginOf({ ...sale, costCents: null, shippingCents: null }).missing).toEqual(["cost", "shipping"]);
});

test("a sale of nothing has no margin", () => {
  expect(marginOf({ ...sale, revenueCents: 0 }).marginBp).toBeNull();
});

test("the bill is held against the price list of the day", () => {
  const compared = compareMargins({ ...sale, predictedFeeCents: 2_279, feeCents: 2_400 });
  expect(compared.feeDriftCents).toBe(121);
  expect(compared.predicted.contributionCents - compared.actual.contributionCents).toBe(121);
  expect(compareMargins({ ...sale, predictedFeeCents: null, feeCents: 2_400 }).feeDriftCents).toBeNull();
});

test.each([
  [29, 100, 0],
  [50, 100, 1],
  [-50, 100, -1],
  [100, 29, 0],
  [333, 3_333, 111],
])("a share of %i cents at %i bp is %i", (cents, bp, share) => expect(shareOf(cents, bp)).toBe(share));
