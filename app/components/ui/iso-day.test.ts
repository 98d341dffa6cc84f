import { expect, test } from "vitest";
import { fromIsoDay, lastDays, toIsoDay } from "./iso-day.ts";

test("a day survives the way there and back, leap days too", () => {
  for (const day of ["2026-01-01", "2028-02-29", "2026-12-31"]) expect(toIsoDay(fromIsoDay(day))).toBe(day);
});

test("the last seven days count today", () => {
  expect(lastDays("2026-03-03", 7)).toEqual({ from: "2026-02-25", to: "2026-03-03" });
});
