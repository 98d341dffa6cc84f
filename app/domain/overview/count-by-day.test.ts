import { expect, test } from "vitest";
import { countByDay } from "./count-by-day.ts";

const hourMs = 3_600_000;

test("an event counts on the day of the workspace, not of Greenwich", () => {
  const atMs = Date.UTC(2026, 10, 21, 1);
  const options = { nowMs: Date.UTC(2026, 10, 21, 12), days: 2 };
  const counts = [{ atMs, rows: 3 }];
  expect(countByDay(counts, { ...options, timeZone: "America/Sao_Paulo" }).map((day) => day.count)).toEqual([3, 0]);
  expect(countByDay(counts, { ...options, timeZone: "UTC" }).map((day) => day.count)).toEqual([0, 3]);
});

test("every day appears once across the change to and from daylight saving", () => {
  for (const nowMs of [Date.UTC(2026, 2, 30, 12), Date.UTC(2026, 9, 26, 12)]) {
    const days = countByDay([], { nowMs, days: 10, timeZone: "Europe/Berlin" }).map((day) => day.day);
    expect(new Set(days).size).toBe(10);
    expect(days).toEqual(days.toSorted());
  }
});

test("what is older than the span is left out", () => {
  const nowMs = Date.UTC(2026, 10, 21, 12);
  const days = countByDay([{ atMs: nowMs - 72 * hourMs, rows: 5 }], { nowMs, days: 2, timeZone: "UTC" });
  expect(days).toEqual([
    { day: "2026-11-20", count: 0 },
    { day: "2026-11-21", count: 0 },
  ]);
});
