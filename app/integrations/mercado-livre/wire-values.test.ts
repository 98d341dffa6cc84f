import fc from "fast-check";
import { expect, test } from "vitest";
import { basisPoints, cents, moment, parseMoment, refText, scaleDecimal } from "./wire-values.ts";

test("every amount of cents survives its way over JSON to the cent", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000_000 }), (amount) => {
      const text = `${amount < 0 ? "-" : ""}${Math.trunc(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, "0")}`;
      expect(cents.parse(JSON.parse(text))).toBe(amount);
      expect(cents.parse(text)).toBe(amount);
    }),
  );
});

test.each([
  [59.9, 5_990],
  [0.29, 29],
  [1.005, 101],
  [19.999, 2_000],
  [1e3, 100_000],
  [1e-7, 0],
  [-2.345, -235],
  ["0012.50", 1_250],
  [8.29, 829],
  [4.35, 435],
])("%j of money is %i cents", (value, expected) => {
  expect(cents.parse(value)).toBe(expected);
});

test.each([["1,50"], ["R$ 3"], [""], [Number.NaN], [1e300], [null], [{}]])("%j is no amount and an error", (value) => {
  expect(cents.safeParse(value).success).toBe(false);
});

test("no number, however odd, becomes an amount that is not a whole one", () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.string()), (value) => {
      const scaled = scaleDecimal(value, 2);
      expect(scaled === undefined || Number.isSafeInteger(scaled)).toBe(true);
    }),
  );
});

test("a rate becomes hundredths of a percent without losing one to binary fractions", () => {
  expect([0.0125, 0.0042, 0.04, 0.29, 1, 0, 0.00005].map((rate) => basisPoints.parse(rate))).toEqual([125, 42, 400, 2_900, 10_000, 0, 1]);
});

test.each([
  ["2026-11-20T09:00:00.000-04:00", "2026-11-20T13:00:00.000Z"],
  ["2026-11-20T09:00:00.000-0400", "2026-11-20T13:00:00.000Z"],
  ["2026-11-20T13:00:00Z", "2026-11-20T13:00:00.000Z"],
  ["2026-11-20T13:00:00.100Z", "2026-11-20T13:00:00.100Z"],
  ["2026-11-20T09:00:00.123456789-04:00", "2026-11-20T13:00:00.123Z"],
  ["2026-11-20T10:30:00.5-02:30", "2026-11-20T13:00:00.500Z"],
  ["20-11-2026 13:00:00", "2026-11-20T13:00:00.000Z"],
])("the vendor's date %s is %s", (text, expected) => {
  expect(new Date(moment.parse(text)).toISOString()).toBe(expected);
});

test.each([
  ["2026-02-30T10:00:00Z"],
  ["2026-11-20"],
  ["yesterday"],
  ["31-11-2026 10:00:00"],
  ["2026-11-20T25:00:00Z"],
  ["2026-11-20T10:00:00"],
])("%s is no date and an error", (text) => {
  expect(moment.safeParse(text).success).toBe(false);
});

test("every moment is read the same from all ways of writing it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: -12, max: 14 }), (second, hours) => {
      const local = new Date(second * 1_000 + hours * 3_600_000);
      fc.pre(local.getTime() >= 0);
      const zone = `${hours < 0 ? "-" : "+"}${String(Math.abs(hours)).padStart(2, "0")}`;
      const base = local.toISOString().slice(0, 19);
      for (const text of [`${base}${zone}:00`, `${base}${zone}00`, `${base}.000000000${zone}:00`])
        expect(parseMoment(text)).toBe(second * 1_000);
    }),
  );
});

test("text and numbers are one reference, and a number too long to be exact is none", () => {
  expect([refText.parse(2_000_007_000_000_001), refText.parse("2000007000000001")]).toEqual(["2000007000000001", "2000007000000001"]);
  expect(refText.safeParse(2 ** 60).success).toBe(false);
});
