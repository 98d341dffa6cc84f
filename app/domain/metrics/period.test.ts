import fc from "fast-check";
import { expect, test } from "vitest";
import { zonedStamp } from "#app/platform/zoned-days.ts";
import { grains } from "./kinds.ts";
import { bucketsOf, comparedStretch, momentMs, resolveRolling, shift, startOfUnit, wallNow } from "./period.ts";
import { rollingSchema } from "./schemas.ts";

const saturday = "2026-11-28T17:00";
const rolling = (kind: "last" | "this" | "next", count: number, unit: (typeof grains)[number], includesCurrent = false) =>
  resolveRolling(rollingSchema.parse({ kind, count, unit, includesCurrent }), saturday);

test("moving stretches mean whole units: the last ones leave the current one out, unless it is asked for", () => {
  expect(rolling("last", 7, "day")).toEqual({ from: "2026-11-21", to: "2026-11-28" });
  expect(rolling("last", 7, "day", true)).toEqual({ from: "2026-11-22", to: "2026-11-29" });
  expect(rolling("last", 1, "week")).toEqual({ from: "2026-11-16", to: "2026-11-23" });
  expect(rolling("this", 1, "week")).toEqual({ from: "2026-11-23", to: "2026-11-30" });
  expect(rolling("last", 1, "month")).toEqual({ from: "2026-10-01", to: "2026-11-01" });
  expect(rolling("this", 1, "month")).toEqual({ from: "2026-11-01", to: "2026-12-01" });
  expect(rolling("last", 1, "quarter")).toEqual({ from: "2026-07-01", to: "2026-10-01" });
  expect(rolling("this", 1, "year")).toEqual({ from: "2026-01-01", to: "2027-01-01" });
  expect(rolling("last", 24, "hour")).toEqual({ from: "2026-11-27T17:00", to: "2026-11-28T17:00" });
  expect(rolling("next", 10, "day")).toEqual({ from: "2026-11-29", to: "2026-12-09" });
});

test("whole months are compared with whole months, all else with as long a stretch right before", () => {
  const previous = (from: string, to: string) => comparedStretch({ from, to }, "previous", saturday);
  expect(previous("2026-10-01", "2026-11-01")).toEqual({ from: "2026-09-01", to: "2026-10-01" });
  expect(previous("2026-07-01", "2026-10-01")).toEqual({ from: "2026-04-01", to: "2026-07-01" });
  expect(previous("2026-11-21", "2026-11-28")).toEqual({ from: "2026-11-14", to: "2026-11-21" });
  expect(previous("2026-03-01", "2026-03-16")).toEqual({ from: "2026-02-14", to: "2026-03-01" });
  expect(comparedStretch({ from: "2024-02-29", to: "2024-03-01" }, "year", saturday)).toEqual({ from: "2023-02-28", to: "2023-03-01" });
  expect(comparedStretch({ from: "2026-10-01", to: "2026-11-01" }, "none", saturday)).toBeNull();
});

test("what is not over yet is compared as far as it has come", () => {
  expect(comparedStretch({ from: "2026-11-01", to: "2026-12-01" }, "previous", saturday)).toEqual({ from: "2026-10-01", to: "2026-10-28T18:00" });
  expect(comparedStretch({ from: "2026-11-28", to: "2026-11-29" }, "previous", saturday)).toEqual({ from: "2026-11-27", to: "2026-11-27T18:00" });
  expect(comparedStretch({ from: "2026-01-01", to: "2027-01-01" }, "year", saturday)).toEqual({ from: "2025-01-01", to: "2025-11-28T18:00" });
  // March had come further than February was long.
  expect(comparedStretch({ from: "2026-03-01", to: "2026-04-01" }, "previous", "2026-03-30T10:00")).toEqual({ from: "2026-02-01", to: "2026-03-01" });
});

test("the end of a month stays one when months are shorter", () => {
  expect(shift("2026-03-31", -1, "month")).toBe("2026-02-28");
  expect(shift("2026-11-30", 3, "month")).toBe("2027-02-28");
  expect(startOfUnit("2026-11-29", "week")).toBe("2026-11-23");
});

test("days and hours are as long as clocks make them", () => {
  const hours = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => (toMs - fromMs) / 3_600_000;
  expect(bucketsOf({ from: "2026-03-29", to: "2026-03-30" }, "day", "Europe/Berlin").map(hours)).toEqual([23]);
  expect(bucketsOf({ from: "2026-10-25", to: "2026-10-26" }, "day", "Europe/Berlin").map(hours)).toEqual([25]);
  const autumn = bucketsOf({ from: "2026-10-25", to: "2026-10-26" }, "hour", "Europe/Berlin");
  expect(autumn).toHaveLength(24);
  expect(autumn.find(({ key }) => key === "2026-10-25T02:00")).toMatchObject({ from: "2026-10-25T02:00", to: "2026-10-25T03:00" });
  expect(autumn.map(hours).filter((length) => length === 2)).toHaveLength(1);
  expect(bucketsOf({ from: "2026-03-29", to: "2026-03-30" }, "hour", "Europe/Berlin").map(({ key }) => key)).not.toContain("2026-03-29T02:00");
});

const zones = fc.constantFrom("America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Apia", "Europe/Berlin", "America/St_Johns", "UTC");
const days = fc.integer({ min: Date.UTC(2015, 0) / 86_400_000, max: Date.UTC(2030, 0) / 86_400_000 });
const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

test("pieces of a stretch follow each other without gap or overlap, from its first moment to its last, in any zone", () => {
  fc.assert(
    fc.property(zones, days, fc.integer({ min: 1, max: 60 }), fc.constantFrom(...grains), (timeZone, start, length, grain) => {
      const stretch = { from: dayText(start), to: dayText(start + length) };
      const buckets = bucketsOf(stretch, grain, timeZone);
      expect(buckets[0]?.fromMs).toBe(momentMs(stretch.from, timeZone));
      expect(buckets.at(-1)?.toMs).toBe(momentMs(stretch.to, timeZone));
      for (const [index, bucket] of buckets.entries()) {
        expect(bucket.toMs).toBeGreaterThan(bucket.fromMs);
        if (index > 0) expect(bucket.fromMs).toBe(buckets[index - 1]?.toMs);
        expect(startOfUnit(wallNow(bucket.fromMs, timeZone), grain)).toBe(bucket.key);
      }
      expect(new Set(buckets.map(({ key }) => key)).size).toBe(buckets.length);
    }),
    { numRuns: 150 },
  );
});

test("the days of every zone begin with a quarter of an hour, as the kept sums of orders need them to", () => {
  for (const timeZone of Intl.supportedValuesOf("timeZone")) {
    for (const day of ["2015-01-15", "2018-07-15", "2021-03-28", "2024-10-27", "2026-11-28", "2029-02-01"]) {
      expect(momentMs(day, timeZone) % 900_000, `${timeZone} ${day} ${zonedStamp(0, timeZone)}`).toBe(0);
    }
  }
});
