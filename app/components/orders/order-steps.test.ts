import { expect, test } from "vitest";
import type { OrderState } from "#app/domain/channels/remote.ts";
import { timelineOf } from "./order-steps.ts";

const facts = { placedAt: 1, paidAt: 2, shippedAt: null, deliveredAt: null, closedAt: null };
const seen = (state: OrderState, at: number) => ({ state, at, vendorStatus: state, shipmentStatus: null, isExpected: true });
const read = (state: OrderState, more: Partial<Parameters<typeof timelineOf>[0]> = {}) =>
  timelineOf({ ...facts, state, history: [], ...more }).map((step) => `${step.name} ${step.mark}`);

test("the way shows what is behind, where the order stands and what is ahead", () => {
  expect(read("shipped")).toEqual(["placed done", "paid done", "ready done", "shipped now", "delivered ahead"]);
  expect(read("unpaid")).toEqual(["placed now", "paid ahead", "ready ahead", "shipped ahead", "delivered ahead"]);
});

test("an order on hold stands between payment and shipping", () => {
  expect(read("held")).toEqual(["placed done", "paid done", "held now", "ready ahead", "shipped ahead", "delivered ahead"]);
});

test("an end shows only what really happened before it", () => {
  expect(read("cancelled")).toEqual(["placed done", "paid done", "cancelled now"]);
  expect(read("returned", { shippedAt: 3, deliveredAt: 4 })).toEqual([
    "placed done",
    "paid done",
    "shipped done",
    "delivered done",
    "returned now",
  ]);
});

test("times come from the order, else from when the marketplace told of them", () => {
  const steps = timelineOf({ ...facts, state: "shipped", history: [seen("ready", 5), seen("shipped", 9)] });
  expect(steps.map((step) => step.at)).toEqual([1, 2, 5, 9, null]);
});
