import { expect, test } from "vitest";
import { lastDaysUntil, salesPeriodOf } from "./sales-period.ts";

const hourMs = 3_600_000;

test("a period is whole days of the workspace, and the one before has as many", () => {
  const period = salesPeriodOf({ from: "2026-11-15", to: "2026-11-21" }, "America/Sao_Paulo");
  expect(period).toMatchObject({ previousFrom: "2026-11-08", previousTo: "2026-11-14" });
  expect(period?.days).toHaveLength(14);
  expect(period?.days[7]).toEqual({
    day: "2026-11-15",
    fromMs: Date.UTC(2026, 10, 15, 3),
    toMs: Date.UTC(2026, 10, 16, 3),
    isCurrent: true,
  });
  expect(lastDaysUntil("2026-03-02", 30)).toEqual({ from: "2026-02-01", to: "2026-03-02" });
});

test("days follow each other without a gap or an overlap where clocks change", () => {
  for (const [from, hours] of [
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ] as const) {
    const days = salesPeriodOf({ from, to: "2026-11-01" }, "Europe/Berlin")?.days ?? [];
    for (const [index, day] of days.entries()) expect(days[index + 1]?.fromMs ?? day.toMs).toBe(day.toMs);
    const changed = days.find((day) => day.day === from);
    expect(((changed?.toMs ?? 0) - (changed?.fromMs ?? 0)) / hourMs).toBe(hours);
  }
});

test("what is no period is none", () => {
  for (const [from, to] of [
    ["2026-11-22", "2026-11-21"],
    ["2026-02-30", "2026-03-01"],
    ["2025-01-01", "2026-01-02"],
    ["x", "2026-01-01"],
  ] as const) {
    expect(salesPeriodOf({ from, to }, "UTC")).toBeUndefined();
  }
});
