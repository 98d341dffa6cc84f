import fc from "fast-check";
import { expect, test } from "vitest";
import { moneyOf, type OrderAmounts } from "./order-money.ts";

const sold: OrderAmounts = {
  state: "delivered",
  currency: "BRL",
  totalCents: 20_000,
  paidCents: 21_500,
  feeCents: 2_400,
  predictedFeeCents: 2_200,
  shippingCostCents: 1_000,
  settledCents: null,
};
const line = { quantity: 2, costCents: 5_000, costCurrency: "BRL" };

test("the margin is what fees, shipping and goods leave, beside what the fee table foresaw", () => {
  const money = moneyOf(sold, [line]);
  expect(money).toMatchObject({ paidDifferenceCents: 1_500, costCents: 10_000, feeDifferenceCents: 200 });
  expect(money.margin).toEqual({ kind: "known", cents: 6_600, ratio: 0.33, rule: "parts" });
  expect(money.predictedMargin).toEqual({ kind: "known", cents: 6_800, ratio: 0.34, rule: "parts" });
});

test("once the vendor tells its payout, that is what counts", () => {
  const money = moneyOf({ ...sold, feeCents: null, shippingCostCents: null, settledCents: 16_300 }, [line]);
  expect(money.margin).toEqual({ kind: "known", cents: 6_300, ratio: 0.315, rule: "settled" });
});

test("goods without a cost, or in another currency, leave the margin unknown and name the gap", () => {
  for (const gap of [
    { ...line, costCents: null },
    { ...line, costCurrency: "USD" },
    { ...line, costCurrency: null },
  ]) {
    const money = moneyOf(sold, [line, gap]);
    expect(money.costCents).toBeNull();
    expect(money.margin).toEqual({ kind: "unknown", missing: ["cost"] });
  }
});

test("an order that was called off or never paid has no margin", () => {
  for (const state of ["cancelled", "unpaid"])
    expect(moneyOf({ ...sold, state, feeCents: 0 }, [line])).toMatchObject({ margin: { kind: "no-sale" }, feeDifferenceCents: null });
});

test("a gap never reads like a zero: the margin is known exactly when all its parts are", () => {
  const cents = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null });
  fc.assert(
    fc.property(cents, cents, cents, cents, (feeCents, shippingCostCents, costCents, settledCents) => {
      const lines = [{ quantity: 1, costCents, costCurrency: "BRL" }];
      const { margin } = moneyOf({ ...sold, feeCents, shippingCostCents, settledCents }, lines);
      const isKnown = costCents !== null && (settledCents !== null || (feeCents !== null && shippingCostCents !== null));
      expect(margin.kind).toBe(isKnown ? "known" : "unknown");
      expect(margin.kind === "unknown" && margin.missing.length === 0).toBe(false);
    }),
  );
});
