import { expect, test } from "vitest";
import { frugalClock } from "./frugal-clock.ts";
import { startTimeLimit } from "./time-limit.ts";

test("a search ends after as many looks as its time is worth, although no time passes", () => {
  const limit = startTimeLimit(frugalClock(0.1), 20);
  let looks = 0;
  while (!limit.isOver() && looks < 10_000) looks += 1;
  expect(looks).toBeGreaterThan(150);
  expect(looks).toBeLessThanOrEqual(200);
});
