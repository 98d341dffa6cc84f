import fc from "fast-check";
import { expect, test } from "vitest";
import { periods } from "./kinds.ts";
import { above, before, daysIn, endOf, historyStart, partOf, periodOf, weekdayOf } from "./period.ts";

const days = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("every day lies in exactly one period of each kind, and the one before ends where it begins", () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...periods), (day, period) => {
      const stretch = periodOf(period, day);
      expect(stretch.startDay <= day && day < endOf(stretch)).toBe(true);
      expect(periodOf(period, stretch.startDay)).toEqual(stretch);
      expect(period === "all" || endOf(before(stretch)) === stretch.startDay).toBe(true);
    }),
  );
});

test("what is summed up again after a day is all that it is part of", () => {
  expect(above({ period: "day", startDay: "2026-12-31" })).toEqual([
    { period: "week", startDay: "2026-12-28" },
    { period: "month", startDay: "2026-12-01" },
  ]);
  expect(above({ period: "month", startDay: "2026-12-01" })).toEqual([{ period: "year", startDay: "2026-01-01" }]);
  expect(above({ period: "year", startDay: "2026-01-01" })).toEqual([{ period: "all", startDay: "1970-01-01" }]);
  fc.assert(
    fc.property(days, (day) => {
      for (const stretch of above({ period: "day", startDay: day })) {
        expect(stretch.period === "all" || stretch.period === "day" ? "" : partOf[stretch.period]).toBe("day");
        expect(stretch.startDay <= day && day < endOf(stretch)).toBe(true);
      }
    }),
  );
});

test("lengths and pasts are those of the calendar, leap years too", () => {
  expect(daysIn({ period: "month", startDay: "2024-02-01" })).toBe(29);
  expect(daysIn({ period: "year", startDay: "2024-01-01" })).toBe(366);
  expect(daysIn({ period: "week", startDay: "2026-11-23" })).toBe(7);
  expect(weekdayOf("2026-11-23")).toBe(0);
  expect(historyStart({ period: "day", startDay: "2026-03-01" })).toBe("2026-02-01");
  expect(historyStart({ period: "week", startDay: "2026-11-23" })).toBe("2026-10-26");
  expect(historyStart({ period: "month", startDay: "2026-02-01" })).toBe("2025-11-01");
  expect(historyStart({ period: "all", startDay: "1970-01-01" })).toBe("1970-01-01");
});
