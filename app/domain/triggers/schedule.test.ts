import fc from "fast-check";
import { expect, test } from "vitest";
import { zonedStamp } from "#app/platform/zoned-days.ts";
import { lastOccurrence, nextOccurrences, type Schedule } from "./schedule.ts";

const at = (iso: string) => Date.parse(iso);
const daily: Schedule = { every: "day", days: [1, 2, 3, 4, 5, 6, 7], time: "02:30" };
const zones = ["America/Sao_Paulo", "America/New_York", "Europe/Lisbon", "Asia/Kathmandu", "Pacific/Auckland"];

test("in the night an hour comes twice it is one occurrence, and where it is skipped it comes right after", () => {
  const timeZone = "America/New_York";
  const ids = new Set<string>();
  for (let ms = at("2026-11-01T04:00:00Z"); ms < at("2026-11-01T12:00:00Z"); ms += 60_000) {
    const last = lastOccurrence({ ...daily, time: "01:30" }, { sinceMs: at("2026-11-01T04:00:00Z"), nowMs: ms, timeZone });
    if (last !== undefined) ids.add(last.id);
  }
  expect([...ids]).toEqual(["schedule:2026-11-01T01:30"]);
  const spring = lastOccurrence(daily, { sinceMs: 0, nowMs: at("2026-03-08T12:00:00Z"), timeZone });
  expect(spring?.id).toBe("schedule:2026-03-08T02:30");
  expect(zonedStamp(spring?.atMs ?? 0, timeZone).slice(0, 10)).toBe("2026-03-08");
});

test("looked at every minute of a month, each day's time comes once, whatever the zone", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: at("2026-01-01T00:00:00Z"), max: at("2026-12-01T00:00:00Z") }),
      (timeZone, hour, minute, from) => {
        const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const schedule: Schedule = { every: "day", days: [1, 2, 3, 4, 5, 6, 7], time };
        const ids = new Set<string>();
        const days = 5;
        for (let ms = from; ms < from + days * 86_400_000; ms += 600_000) {
          const last = lastOccurrence(schedule, { sinceMs: from, nowMs: ms, timeZone });
          if (last === undefined) continue;
          expect(last.atMs).toBeLessThanOrEqual(ms);
          ids.add(last.id);
        }
        expect(Math.abs(ids.size - days)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 12 },
  );
});

test("what was before it was switched on does not count, and of what was slept through only the last", () => {
  const since = at("2026-11-20T12:00:00Z");
  const look = (nowMs: number) => lastOccurrence(daily, { sinceMs: since, nowMs, timeZone: "UTC" })?.id;
  expect(look(since + 1_000)).toBeUndefined();
  expect(look(at("2026-11-24T09:00:00Z"))).toBe("schedule:2026-11-24T02:30");
});

test("the next times lie ahead, in order, on the days that were chosen", () => {
  const schedule: Schedule = { every: "day", days: [1, 3], time: "08:00" };
  const next = nextOccurrences(schedule, { nowMs: at("2026-11-23T12:00:00Z"), timeZone: "UTC", most: 3 });
  expect(next.map((ms) => new Date(ms).toISOString())).toEqual([
    "2026-11-25T08:00:00.000Z",
    "2026-11-30T08:00:00.000Z",
    "2026-12-02T08:00:00.000Z",
  ]);
  expect(nextOccurrences({ every: "interval", minutes: 30 }, { nowMs: at("2026-11-23T12:10:00Z"), timeZone: "UTC", most: 2 })).toEqual([
    at("2026-11-23T12:30:00Z"),
    at("2026-11-23T13:00:00Z"),
  ]);
});
