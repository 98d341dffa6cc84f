import { expect, test } from "vitest";
import { formatIsoDay, fromIsoDay, lastDays, toIsoDay } from "./iso-day.ts";

test("a day survives the way there and back, leap days too", () => {
  for (const day of ["2026-01-01", "2028-02-29", "2026-12-31"]) expect(toIsoDay(fromIsoDay(day))).toBe(day);
});

test("the last seven days count today", () => {
  expect(lastDays("2026-03-03", 7)).toEqual({ from: "2026-02-25", to: "2026-03-03" });
});

test("a day is written the same wherever one is", () => {
  expect(formatIsoDay("2026-11-20", "en")).toBe("Nov 20, 2026");
  expect(formatIsoDay("2026-11-20", "pt-BR", "weekday")).toBe("sexta-feira, 20 de novembro de 2026");
});
