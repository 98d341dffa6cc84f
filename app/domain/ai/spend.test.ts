import { expect, test } from "vitest";
import { daysOf, forecastMonth, partsBy, type SpendDayRow } from "./spend.ts";

function spent(day: string, costMicroUsd: number, more: Partial<SpendDayRow> = {}): SpendDayRow {
  const who = { askerKind: "user", askerId: "usr_1", askerLabel: "Ana", purpose: "copy", provider: "groq", model: "m" };
  return { day, ...who, calls: 1, rulesAnswers: 0, inputTokens: 10, outputTokens: 5, costMicroUsd, ...more };
}

test("a day without spending is a day all the same", () => {
  expect(daysOf([spent("2026-11-02", 7)], "2026-11-01", "2026-11-03").map(({ costMicroUsd }) => costMicroUsd)).toEqual([0, 7, 0]);
});

test("parts are added up, and the dearest comes first", () => {
  const rows = [spent("2026-11-01", 1), spent("2026-11-02", 5, { askerId: "usr_2", askerLabel: "Bia" }), spent("2026-11-03", 2)];
  const parts = partsBy(rows, ({ askerId, askerLabel }) => ({ id: askerId, label: askerLabel }));
  expect(parts.map(({ id, costMicroUsd, calls }) => [id, costMicroUsd, calls])).toEqual([
    ["usr_2", 5, 1],
    ["usr_1", 3, 2],
  ]);
});

test("a month goes on as its last seven days went", () => {
  const rows = ["18", "19", "20", "21", "22", "23", "24"].map((day) => spent(`2026-11-${day}`, 100));
  // 700 so far, today and the five days after it at 100.
  expect(forecastMonth(rows, "2026-11-25", { from: "2026-11-01" })).toBe(1_300);
});

test("a first day that cost much counts whole, and the days before anything was asked do not make it smaller", () => {
  expect(forecastMonth([spent("2026-11-29", 50)], "2026-11-29", { from: "2026-11-29" })).toBe(100);
});

test("the first day of a month goes by what the month before cost", () => {
  const rows = ["25", "26", "27", "28", "29", "30"].map((day) => spent(`2026-11-${day}`, 10));
  expect(forecastMonth(rows, "2026-12-01", { from: "2026-11-25" })).toBe(310);
});
