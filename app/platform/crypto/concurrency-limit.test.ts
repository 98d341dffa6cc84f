import { expect, test } from "vitest";
import { createFakeClock } from "../clock.ts";
import { createConcurrencyLimit } from "./concurrency-limit.ts";

class BusyError extends Error {}

function setUp() {
  const clock = createFakeClock(0);
  const limit = createConcurrencyLimit({ clock, maxRunning: 2, maxWaiting: 2, maxHoldMs: 1_000, busyError: () => new BusyError() });
  let running = 0;
  let mostRunning = 0;
  function start() {
    const gate = Promise.withResolvers<void>();
    const done = limit.run(async () => {
      running += 1;
      mostRunning = Math.max(mostRunning, running);
      await gate.promise;
      running -= 1;
      return "done";
    });
    return { done, finish: () => gate.resolve() };
  }
  return { clock, limit, start, mostRunning: () => mostRunning };
}

test("never more than the allowed number run, and those in line follow", async () => {
  const { start, mostRunning } = setUp();
  const jobs = [start(), start(), start(), start()];
  for (const job of jobs) job.finish();
  expect(await Promise.all(jobs.map((job) => job.done))).toEqual(["done", "done", "done", "done"]);
  expect(mostRunning()).toBe(2);
});

test("beyond the line one is refused at once, and served again once there is room", async () => {
  const { start } = setUp();
  const jobs = [start(), start(), start(), start()];
  await expect(start().done).rejects.toBeInstanceOf(BusyError);
  for (const job of jobs) job.finish();
  await Promise.all(jobs.map((job) => job.done));
  const late = start();
  late.finish();
  expect(await late.done).toBe("done");
});

test("work that fails gives its slot back", async () => {
  const { limit } = setUp();
  for (let round = 0; round < 5; round += 1) {
    await expect(limit.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  }
});

test("slots of requests that went away are taken back", async () => {
  const { clock, start } = setUp();
  start();
  start();
  const stranded = start();
  const strandedEnd = stranded.done.catch((error: unknown) => error);
  clock.advance(1_001);
  const next = start();
  next.finish();
  expect(await next.done).toBe("done");
  expect(await strandedEnd).toBeInstanceOf(BusyError);
});
