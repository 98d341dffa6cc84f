import fc from "fast-check";
import { expect, test } from "vitest";
import { nextDay, startOfDayMs, zonedDay, zonedStamp } from "./zoned-days.ts";

const at = (iso: string) => Date.parse(iso);

test("a day begins at its own midnight, east and west of Greenwich", () => {
  expect(startOfDayMs("2026-11-20", "America/Sao_Paulo")).toBe(at("2026-11-20T03:00:00Z"));
  expect(startOfDayMs("2026-11-20", "Pacific/Auckland")).toBe(at("2026-11-19T11:00:00Z"));
  expect(startOfDayMs("2026-11-20", "Asia/Kathmandu")).toBe(at("2026-11-19T18:15:00Z"));
});

test("days on which clocks change are 23 or 25 hours long", () => {
  const lengthHours = (day: string, zone: string) => ((startOfDayMs(nextDay(day), zone) ?? 0) - (startOfDayMs(day, zone) ?? 0)) / 3_600_000;
  expect(lengthHours("2026-03-08", "America/New_York")).toBe(23);
  expect(lengthHours("2026-11-01", "America/New_York")).toBe(25);
  expect(lengthHours("2026-06-10", "America/New_York")).toBe(24);
});

test("a day whose midnight was skipped begins at one o'clock", () => {
  const begin = startOfDayMs("2018-11-04", "America/Sao_Paulo") ?? 0;
  expect(zonedStamp(begin, "America/Sao_Paulo")).toBe("2018-11-04 01:00:00");
  expect(zonedStamp(begin - 1000, "America/Sao_Paulo")).toBe("2018-11-03 23:59:59");
  expect(zonedStamp(startOfDayMs("2024-04-26", "Africa/Cairo") ?? 0, "Africa/Cairo")).toBe("2024-04-26 01:00:00");
});

test("what is no day has no beginning", () => {
  for (const text of ["", "2026-13-01", "2026-02-30", "yesterday", "2026-1-1", "9999999", "0001-01-01", "1969-12-31", "9999-12-31"])
    expect(startOfDayMs(text, "UTC")).toBeUndefined();
});

test("the same moment is another day in another zone", () => {
  expect(zonedDay(at("2026-11-20T01:30:00Z"), "America/Sao_Paulo")).toBe("2026-11-19");
  expect(zonedDay(at("2026-11-20T01:30:00Z"), "Europe/Lisbon")).toBe("2026-11-20");
  expect(zonedStamp(at("2026-11-20T00:00:09Z"), "UTC")).toBe("2026-11-20 00:00:09");
});

test("in every zone, a day's first moment is in it and the moment before is not", () => {
  const zones = [
    "America/Sao_Paulo",
    "America/New_York",
    "Europe/Lisbon",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
  ];
  const days = fc.integer({ min: Date.UTC(2010, 0, 1) / 86_400_000, max: Date.UTC(2035, 0, 1) / 86_400_000 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, (zone, dayNumber) => {
      const day = new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
      const begin = startOfDayMs(day, zone) ?? Number.NaN;
      expect(zonedDay(begin, zone)).toBe(day);
      expect(zonedDay(begin - 1, zone)).not.toBe(day);
    }),
    { numRuns: 400 },
  );
});
