import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { headroom, headroomOf, nextLine, type SalesDay, tightestOf } from "./headroom.ts";
import { limitsFor } from "./reputation-limits.ts";
import { aMetric } from "./testing/facts.ts";

const dayMs = 24 * 3_600_000;
const nowMs = Date.UTC(2026, 10, 20);
const mlb = { vendor: "mercado-livre" as const, site: "MLB", nowMs };
const claims = aMetric({ key: "claims", rateBp: 125, count: 3, base: 240 });

/** `orders` on each of the last `count` days. */
function daysOf(count: number, each: Omit<SalesDay, "day">): SalesDay[] {
  return Array.from({ length: count }, (_, index) => ({ ...each, day: new Date(nowMs - (index + 1) * dayMs).toISOString().slice(0, 10) }));
}
const line = (days: SalesDay[], metric = claims) => headroomOf({ ...mlb, metrics: [metric], days })[0];
const green = (days: SalesDay[], metric = claims) => line(days, metric)?.limits.find(({ band }) => band === "green");

describe("headroom", () => {
  test("of 240 sales with 3 claims is one more order before green is lost", () => {
    expect(headroom(200, 240, 3)).toBe(1);
    expect(green([])).toMatchObject({ limitBp: 200, now: 1 });
    expect(tightestOf(headroomOf({ ...mlb, metrics: [claims], days: [] }))).toEqual({ metric: "claims", band: "green", orders: 1 });
  });

  test("cannot be told where nothing was sold", () => {
    const none = aMetric({ key: "claims", rateBp: 0, count: 0, base: 0 });
    expect(green([], none)).toMatchObject({ now: null });
    expect(tightestOf(headroomOf({ ...mlb, metrics: [none], days: [] }))).toBeUndefined();
  });

  test("loses nothing to binary fractions", () => {
    expect(headroom(2_900, 100, 0)).toBe(29);
  });

  test("is the number of orders that may go wrong: that many keep the band and one more loses it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        (limitBp, base, bad) => {
          const room = headroom(limitBp, base, bad);
          expect((bad + room) * 10_000).toBeLessThanOrEqual(limitBp * base);
          expect((bad + room + 1) * 10_000).toBeGreaterThan(limitBp * base);
        },
      ),
    );
  });

  test("shrinks when good sales leave the window, and says by how much", () => {
    const days = daysOf(60, { orders: 4, cancelledBySeller: 0, shipped: 4, late: 0 });
    expect(green(days)).toMatchObject({ now: 1, in7: headroom(200, 240 - 28, 3), in30: headroom(200, 120, 3) });
    expect([green(days)?.in7, green(days)?.in30]).toEqual([1, -1]);
  });

  test("counts cancellations that leave the window too, but claims of which our copy knows nothing", () => {
    const days = daysOf(60, { orders: 4, cancelledBySeller: 1, shipped: 4, late: 0 });
    const cancellations = aMetric({ key: "cancellations", rateBp: 2_500, count: 60, base: 240 });
    expect(green(days, cancellations)).toMatchObject({ now: 3 - 60, in30: 1 - 30 });
    expect(green(days)?.in30).toBe(-1);
  });

  test("does not look ahead when our copy of orders is too short to know what leaves", () => {
    expect(green(daysOf(10, { orders: 4, cancelledBySeller: 0, shipped: 4, late: 0 }))).toMatchObject({ now: 1, in7: null, in30: null });
  });

  test("of delays works the number of parcels out from the vendor's own rate, or counts ours", () => {
    const byRate = line([], aMetric({ key: "delayed_handling_time", rateBp: 400, count: 9 }));
    expect(byRate).toMatchObject({ base: 225, baseSource: "rate" });
    const days = daysOf(60, { orders: 4, cancelledBySeller: 0, shipped: 3, late: 0 });
    expect(line(days, aMetric({ key: "delayed_handling_time", rateBp: 0, count: 0 }))).toMatchObject({ base: 180, baseSource: "own" });
    expect(line([], aMetric({ key: "delayed_handling_time", rateBp: 0, count: 0 }))).toMatchObject({ base: null, baseSource: null });
  });

  test("of a target exists where the number of sales is known, and never for a floor or hours", () => {
    const shopee = { ...mlb, vendor: "shopee" as const, site: "BR", days: [] };
    const rate = aMetric({ key: "cancellation_rate", rateBp: 200, base: 100, target: { valueBp: 500, isFloor: false } });
    expect(headroomOf({ ...shopee, metrics: [rate] })[0]?.limits).toMatchObject([{ band: "target", now: 3 }]);
    const floor = aMetric({ key: "same_day_handover", rateBp: 7_000, target: { valueBp: 6_000, isFloor: true } });
    const hours = aMetric({ key: "preparation_time", rateBp: 100, unit: "day", target: { valueBp: 200, isFloor: false } });
    expect(headroomOf({ ...shopee, metrics: [floor, hours] })).toEqual([]);
  });
});

test("the line to watch is the best band that still holds", () => {
  const lost = headroomOf({ ...mlb, metrics: [aMetric({ key: "claims", rateBp: 300, count: 9, base: 300 })], days: [] })[0];
  expect(lost?.band).toBe("yellow");
  expect(nextLine(lost?.limits ?? [])).toMatchObject({ band: "yellow", now: 4 });
});

test("limits belong to a country and a metric, and an unknown one has none", () => {
  const at = { vendor: "mercado-livre" as const, atMs: nowMs };
  expect(limitsFor({ ...at, site: "MLB", metric: "claims" })).toEqual({ leader: 100, green: 200, yellow: 450, orange: 800 });
  expect(limitsFor({ ...at, site: "MLA", metric: "cancellations" })?.green).toBe(100);
  expect(limitsFor({ ...at, site: "MLX", metric: "claims" })).toBeUndefined();
});
