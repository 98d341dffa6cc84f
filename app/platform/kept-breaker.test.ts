import { expect, test } from "vitest";
import { afterFailure, afterSuccess, breakerState, closedBreaker, type KeptBreaker } from "./kept-breaker.ts";

const policy = { threshold: 3, openMs: 1_000, longestMs: 3_000 };
const failTimes = (times: number, nowMs: number, from: KeptBreaker = closedBreaker) =>
  Array.from({ length: times }).reduce<KeptBreaker>((breaker) => afterFailure(breaker, policy, nowMs), from);

test("it opens at the third failure in a row and lets one try through after its time", () => {
  expect(breakerState(failTimes(2, 0), 0)).toBe("closed");
  const open = failTimes(3, 0);
  expect(breakerState(open, 999)).toBe("open");
  expect(breakerState(open, 1_000)).toBe("half-open");
});

test("a failed try opens it for twice as long, up to the longest; a success forgets all of it", () => {
  const again = afterFailure(failTimes(3, 0), policy, 1_000);
  expect(again.openUntilMs).toBe(3_000);
  const third = afterFailure(again, policy, 3_000);
  expect(third.openUntilMs).toBe(6_000);
  expect(afterFailure(third, policy, 6_000).openUntilMs).toBe(9_000);
  expect(afterSuccess()).toEqual(closedBreaker);
});
