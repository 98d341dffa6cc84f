import { expect, test } from "vitest";
import { type Cost, grossMarginOf, type OrderTakes, type SoldLine } from "./listing-sales.ts";

const order: OrderTakes = { currency: "BRL", totalCents: 20_000, feeCents: 2_400, predictedFeeCents: 2_000, shippingCostCents: 1_600 };
const line: SoldLine = { orderId: "o", modelRef: "", quantity: 1, unitPriceCents: 10_000 };
const cost: Cost = { cents: 4_000, currency: "BRL" };
const margin = (change: { order?: Partial<OrderTakes>; lines?: SoldLine[]; cost?: Cost | null } = {}) =>
  grossMarginOf(change.lines ?? [line], {
    orders: new Map([["o", { ...order, ...change.order }]]),
    costs: new Map(change.cost === null ? [] : [["", change.cost ?? cost]]),
  });

test("a line bears its share of what the whole order cost: fee, shipping, and what it was bought for", () => {
  expect(margin()).toBe(10_000 - 1_200 - 800 - 4_000);
  expect(margin({ lines: [line, { ...line, quantity: 3, unitPriceCents: 2_000 }] })).toBe(4_000 + 6_000 - 720 - 480 - 12_000);
});

test("before the bill the price list of the day holds, and shipping is nothing until it is told", () => {
  expect(margin({ order: { feeCents: null, shippingCostCents: null } })).toBe(10_000 - 1_000 - 4_000);
});

test("what is not known makes the whole not known; nothing sold left nothing", () => {
  expect(margin({ order: { feeCents: null, predictedFeeCents: null } })).toBeNull();
  expect(margin({ cost: null })).toBeNull();
  expect(margin({ cost: { ...cost, currency: "USD" } })).toBeNull();
  expect(margin({ lines: [line, { ...line, orderId: "gone" }] })).toBeNull();
  expect(margin({ lines: [], cost: null })).toBe(0);
});
