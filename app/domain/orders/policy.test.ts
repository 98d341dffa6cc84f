import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderStates } from "../channels/remote.ts";
import { countsAsSale, historyOf, isLateNow, mayFollow, orderEventOf, type OrderSighting } from "./policy.ts";

const seen = (at: number, state: OrderSighting["state"], shipmentStatus: string | null = null): OrderSighting => ({
  at,
  state,
  vendorStatus: state,
  shipmentStatus,
});

describe("steps of an order", () => {
  test("lead from payment to delivery, and out of every open state into cancellation", () => {
    const path = ["unpaid", "held", "ready", "shipped", "delivered", "returned"] as const;
    for (const [index, state] of path.entries()) expect(mayFollow(path[Math.max(0, index - 1)] ?? state, state)).toBe(true);
    expect(orderStates.filter((state) => mayFollow(state, "cancelled"))).toEqual(["unpaid", "held", "ready", "shipped", "cancelled"]);
  });
  test("never lead out of an end", () => {
    for (const end of ["cancelled", "returned"] as const) expect(orderStates.filter((state) => mayFollow(end, state))).toEqual([end]);
  });
});

test("what was never paid or was called off is no sale; what came back was one", () => {
  expect(orderStates.filter(countsAsSale)).toEqual(["held", "ready", "shipped", "delivered", "returned"]);
});

test("late is what should have left and has not, whoever says so", () => {
  const order = { state: "ready", isLate: false, shipBy: 1_000 };
  expect([999, 1_000, 1_001].map((nowMs) => isLateNow(order, nowMs))).toEqual([false, false, true]);
  expect(isLateNow({ ...order, isLate: true, shipBy: null }, 0)).toBe(true);
  expect(isLateNow({ ...order, state: "shipped", isLate: true }, 2_000)).toBe(false);
});

test("a look that shows nothing new is no event, and an unusual step is marked", () => {
  expect(orderEventOf(seen(1, "ready"), seen(2, "ready"))).toBeUndefined();
  expect(orderEventOf(seen(1, "ready"), seen(2, "ready", "handling"))).toMatchObject({ at: 2, isExpected: true });
  expect(orderEventOf(seen(1, "delivered"), seen(2, "ready"))).toMatchObject({ at: 2, isExpected: false });
});

test("the history is the same whatever the order and number of looks", () => {
  const sightings = fc.uniqueArray(fc.record({ at: fc.nat(30), state: fc.constantFrom(...orderStates) }), { selector: (one) => one.at });
  const shuffled = sightings.chain((all) =>
    fc.record({
      all: fc.constant(all),
      mixed: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ all, mixed }) => {
      const looks = all.map(({ at, state }) => seen(at, state));
      const history = historyOf(mixed.map(({ at, state }) => seen(at, state)));
      expect(history).toEqual(historyOf(looks));
      const inOrder = looks.toSorted((a, b) => a.at - b.at).map(({ state }) => state);
      expect(history.map(({ state }) => state)).toEqual(inOrder.filter((state, index) => state !== inOrder[index - 1]));
    }),
  );
});
