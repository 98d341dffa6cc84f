import { expect, test } from "vitest";
import { createFakeClock, systemClock } from "./clock.ts";

test("a fake clock moves only when told to", () => {
  const clock = createFakeClock(1_000);
  expect(clock.now()).toBe(1_000);
  clock.advance(250);
  expect(clock.now()).toBe(1_250);
  clock.set(5);
  expect(clock.now()).toBe(5);
});

test("the system clock counts UTC milliseconds", () => {
  const beforeMs = Date.now();
  expect(systemClock.now()).toBeGreaterThanOrEqual(beforeMs);
});
