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
});

test("what is no day has no beginning", () => {
  for (const text of ["", "2026-13-01", "2026-02-30", "yesterday", "2026-1-1"]) expect(startOfDayMs(text, "UTC")).toBeUndefined();
});

test("the same moment is another day in another zone", () => {
  expect(zonedDay(at("2026-11-20T01:30:00Z"), "America/Sao_Paulo")).toBe("2026-11-19");
  expect(zonedDay(at("2026-11-20T01:30:00Z"), "Europe/Lisbon")).toBe("2026-11-20");
  expect(zonedStamp(at("2026-11-20T00:00:09Z"), "UTC")).toBe("2026-11-20 00:00:09");
});
