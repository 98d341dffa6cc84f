import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "./clock.ts";
import { createFakeSleep } from "./fake-sleep.ts";
import { backoffMs, retry, type RetryOptions } from "./retry.ts";

function setUp(options: Partial<RetryOptions> = {}) {
  const clock = createFakeClock(0);
  const timers = createFakeSleep(clock);
  let calls = 0;
  function failing(times: number) {
    const work = retry(
      (attempt) => {
        calls += 1;
        return attempt <= times ? Promise.reject(new Error(`failure ${attempt}`)) : Promise.resolve(attempt);
      },
      { attempts: 4, baseMs: 100, maxMs: 1_000, random: () => 1, sleep: timers.sleep, shouldRetry: () => true, ...options },
    );
    return timers.run(work);
  }
  return { clock, timers, failing, calls: () => calls };
}

test("it tries again with doubling waits until it succeeds", async () => {
  const { failing, timers } = setUp();
  expect(await failing(3)).toBe(4);
  expect(timers.sleptMs).toEqual([100, 200, 400]);
});

test("it gives up after its attempts with the last error", async () => {
  const { failing, calls } = setUp();
  await expect(failing(9)).rejects.toThrow("failure 4");
  expect(calls()).toBe(4);
});

test("an error not worth a retry is thrown at once", async () => {
  const { failing, calls } = setUp({ shouldRetry: () => false });
  await expect(failing(9)).rejects.toThrow("failure 1");
  expect(calls()).toBe(1);
});

test("a wait the other side asks for is kept in full", async () => {
  const { failing, timers } = setUp({ retryAfterMs: () => 7_000 });
  await failing(1);
  expect(timers.sleptMs).toEqual([7_000]);
});

test("no attempt begins after the deadline", async () => {
  const clock = createFakeClock(0);
  const { failing, calls } = setUp({ deadline: { clock, atMs: 90 } });
  await expect(failing(9)).rejects.toThrow("failure 1");
  expect(calls()).toBe(1);
});

test("an aborted caller is not kept waiting and not served again", async () => {
  const controller = new AbortController();
  const { failing, calls } = setUp({ signal: controller.signal, shouldRetry: () => (controller.abort(), true) });
  await expect(failing(9)).rejects.toThrow("failure 1");
  expect(calls()).toBe(1);
});

test("a wait is never negative and never above its bound", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failed, drawn) => {
      const waitMs = backoffMs(failed, { baseMs: 50, maxMs: 10_000, random: () => drawn });
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThanOrEqual(Math.min(10_000, 50 * 2 ** (failed - 1)));
    }),
  );
});
