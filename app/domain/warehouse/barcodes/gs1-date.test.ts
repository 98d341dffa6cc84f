import { expect, test } from "vitest";
import { isGs1Time, readGs1Day, writeGs1Day } from "./gs1-date.ts";

test("day 00 is the last day of its month, in leap years too", () => {
  expect(readGs1Day("260200", 2026)).toBe("2026-02-28");
  expect(readGs1Day("280200", 2026)).toBe("2028-02-29");
  expect(readGs1Day("261200", 2026)).toBe("2026-12-31");
  expect(readGs1Day("260430", 2026)).toBe("2026-04-30");
});

test("the century is the one that lies within fifty years", () => {
  expect(readGs1Day("760101", 2026)).toBe("2076-01-01");
  expect(readGs1Day("770101", 2026)).toBe("1977-01-01");
  expect(readGs1Day("000101", 2026)).toBe("2000-01-01");
  expect(readGs1Day("490101", 2098)).toBe("2049-01-01");
  expect(readGs1Day("480101", 2098)).toBe("2148-01-01");
  expect(readGs1Day("990101", 2102)).toBe("2099-01-01");
});

test("a day that is in no calendar is refused", () => {
  for (const wrong of ["260230", "261301", "260001", "26013", "2601011", "26O101", ""]) {
    expect(readGs1Day(wrong, 2026), wrong).toBeUndefined();
  }
});

test("a time names its day and exists on a clock", () => {
  for (const right of ["2601312359", "26013100", "260131235959"]) expect(isGs1Time(right, 2026), right).toBe(true);
  for (const wrong of ["2601002359", "2601312400", "2601312360", "260131235960", "26013112345", "260131"]) {
    expect(isGs1Time(wrong, 2026), wrong).toBe(false);
  }
});

test("a day is written as it is read", () => {
  expect(writeGs1Day("2026-02-28")).toBe("260228");
  expect(writeGs1Day("28/02/2026")).toBeUndefined();
});
