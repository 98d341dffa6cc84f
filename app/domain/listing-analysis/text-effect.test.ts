import fc from "fast-check";
import { expect, test } from "vitest";
import { periodsAround, visitsAreAfter } from "./text-effect.ts";

const dayMs = 86_400_000;

test("before and after are equally long, have the same weekdays, and leave out the day of the change", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10_000 * dayMs, max: 30_000 * dayMs }),
      fc.integer({ min: 2 * dayMs, max: 60 * dayMs }),
      (changedAt, laterMs) => {
        const periods = periodsAround(changedAt, changedAt + laterMs);
        const changedDay = Math.floor(changedAt / dayMs);
        const today = Math.floor((changedAt + laterMs) / dayMs);
        if (periods === null) return false;
        const { days, before, after } = periods;
        const weekdays = ({ fromDay, toDay }: typeof before) =>
          Array.from({ length: toDay - fromDay }, (_, index) => (fromDay + index) % 7).toSorted((a, b) => a - b);
        expect(weekdays(before)).toEqual(weekdays(after));
        expect(before.toDay - before.fromDay).toBe(days);
        expect(before.toDay).toBeLessThanOrEqual(changedDay);
        expect(after.fromDay).toBe(changedDay + 1);
        expect(after.toDay).toBeLessThanOrEqual(today);
        return true;
      },
    ),
  );
});

test("visits count as after only when the marketplace counted 30 days that all came after", () => {
  expect(visitsAreAfter(0, 30 * dayMs)).toBe(true);
  expect(visitsAreAfter(0, 30 * dayMs - 1)).toBe(false);
  expect(visitsAreAfter(0, null)).toBe(false);
});

test("nothing is compared before one whole day has passed", () => {
  expect(periodsAround(100 * dayMs, 102 * dayMs - 1)).toBeNull();
  expect(periodsAround(100 * dayMs, 102 * dayMs)).toMatchObject({ days: 1 });
});
