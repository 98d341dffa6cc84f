import fc from "fast-check";
import { expect, test } from "vitest";
import { zonedStamp } from "#app/platform/zoned-days.ts";
import { nextOccurrence, occurrenceName } from "./rhythm.ts";
import type { Rhythm } from "./schemas.ts";

const at = (text: string) => Date.parse(text);
const next = (rhythm: Rhythm, after: string, timeZone: string) => nextOccurrence(rhythm, { afterMs: at(after), timeZone });

test("an hour of the wall stays that hour over a change of clocks", () => {
  const daily: Rhythm = { every: "daily", hour: 8 };
  const before = next(daily, "2026-10-24T12:00:00Z", "Europe/Lisbon");
  const after = nextOccurrence(daily, { afterMs: before.atMs, timeZone: "Europe/Lisbon" });
  expect(new Date(before.atMs).toISOString()).toBe("2026-10-25T08:00:00.000Z");
  expect(new Date(after.atMs).toISOString()).toBe("2026-10-26T08:00:00.000Z");
  expect(new Date(next(daily, "2026-10-24T00:00:00Z", "Europe/Lisbon").atMs).toISOString()).toBe("2026-10-24T07:00:00.000Z");
});

test("an hour that comes twice is sent once, and one that is skipped is not left out", () => {
  const one: Rhythm = { every: "daily", hour: 1 };
  const first = next(one, "2026-10-24T12:00:00Z", "Europe/Lisbon");
  expect(first.name).toBe("2026-10-25T01:00");
  expect(nextOccurrence(one, { afterMs: first.atMs, timeZone: "Europe/Lisbon" }).name).toBe("2026-10-26T01:00");
  const skipped = next(one, "2026-03-28T12:00:00Z", "Europe/Lisbon");
  expect(skipped.name).toBe("2026-03-29T01:00");
  expect(nextOccurrence(one, { afterMs: skipped.atMs, timeZone: "Europe/Lisbon" }).name).toBe("2026-03-30T01:00");
});

test("the 31st of a shorter month is its last day", () => {
  const monthly: Rhythm = { every: "monthly", day: 31, hour: 0 };
  expect(next(monthly, "2028-02-01T12:00:00Z", "UTC").name).toBe("2028-02-29T00:00");
  expect(next(monthly, "2026-02-28T00:00:00Z", "UTC").name).toBe("2026-03-31T00:00");
});

test("whatever the zone and the rhythm, it comes after, on its weekday, and by the same name when it is due", () => {
  const zone = fc.constantFrom("UTC", "America/Sao_Paulo", "Europe/Lisbon", "Pacific/Auckland", "Asia/Kathmandu", "America/New_York");
  const rhythm = fc.oneof(
    fc.record({ every: fc.constant("daily" as const), hour: fc.integer({ min: 0, max: 23 }) }),
    fc.record({ every: fc.constant("weekly" as const), weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) }),
    fc.record({ every: fc.constant("monthly" as const), day: fc.integer({ min: 1, max: 31 }), hour: fc.integer({ min: 0, max: 23 }) }),
  );
  fc.assert(
    fc.property(zone, rhythm, fc.integer({ min: at("2020-01-01"), max: at("2032-01-01") }), (timeZone, one, afterMs) => {
      const { name, atMs } = nextOccurrence(one, { afterMs, timeZone });
      const wall = zonedStamp(atMs, timeZone);
      expect(atMs).toBeGreaterThan(afterMs);
      expect(wall.slice(0, 10)).toBe(name.slice(0, 10));
      expect(occurrenceName(one, atMs, timeZone)).toBe(name);
    }),
    { numRuns: 300 },
  );
});
