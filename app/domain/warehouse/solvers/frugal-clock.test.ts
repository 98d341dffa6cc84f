import { expect, test } from "vitest";
import { frugalClock } from "./frugal-clock.ts";
import { startTimeLimit } from "./time-limit.ts";

test("a search ends although time stands still", () => {
  const limit = startTimeLimit(
    frugalClock(() => 5_000),
    20,
  );
  let looks = 0;
  while (!limit.isOver() && looks < 10_000) looks += 1;
  expect(looks).toBeLessThan(500);
});

test("where time passes, it ends as soon as that is over", () => {
  let nowMs = 5_000;
  const limit = startTimeLimit(
    frugalClock(() => nowMs),
    20,
  );
  expect(limit.isOver()).toBe(false);
  nowMs += 20;
  expect(limit.isOver()).toBe(true);
});
