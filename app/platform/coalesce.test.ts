import fc from "fast-check";
import { expect, test } from "vitest";
import { createFakeClock } from "./clock.ts";
import { createCoalescer } from "./coalesce.ts";

function setUp() {
  const clock = createFakeClock(0);
  const runs: { key: string; finish: () => void; fail: () => void }[] = [];
  let running = 0;
  let mostRunning = 0;
  const run = createCoalescer(
    async (key) => {
      const gate = Promise.withResolvers<void>();
      runs.push({ key, finish: () => gate.resolve(), fail: () => gate.reject(new Error("no")) });
      running += 1;
      mostRunning = Math.max(mostRunning, running);
      await gate.promise.finally(() => (running -= 1));
    },
    { clock, staleAfterMs: 1_000 },
  );
  return { clock, run, runs, mostRunning: () => mostRunning };
}

async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await Promise.resolve();
}

test("calls during a run share one further run, which starts after it", async () => {
  const { run, runs, mostRunning } = setUp();
  const first = run("a");
  await settle();
  const rest = [run("a"), run("a"), run("a")];
  await settle();
  expect(runs).toHaveLength(1);
  runs[0]?.finish();
  await first;
  await settle();
  expect(runs).toHaveLength(2);
  runs[1]?.finish();
  await Promise.all(rest);
  expect(runs).toHaveLength(2);
  expect(mostRunning()).toBe(1);
});

test("keys do not wait for each other", async () => {
  const { run, runs } = setUp();
  void run("a");
  void run("b");
  await settle();
  expect(runs.map(({ key }) => key)).toEqual(["a", "b"]);
});

test("a failed run rejects its callers only, and the one in line still starts", async () => {
  const { run, runs } = setUp();
  const first = run("a");
  await settle();
  const second = run("a");
  runs[0]?.fail();
  await expect(first).rejects.toThrow("no");
  await settle();
  runs[1]?.finish();
  await second;
});

test("a run that never ends does not hold others up for ever", async () => {
  const { clock, run, runs } = setUp();
  void run("a");
  await settle();
  const inLine = run("a");
  clock.advance(1_000);
  const next = run("a");
  await settle();
  runs[1]?.finish();
  await Promise.all([inLine, next]);
  runs[0]?.finish();
  await settle();
  expect(runs).toHaveLength(2);
});

test("whatever the timing, whoever called is covered by a run that began afterwards", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 8 }), async (scheduler, callers) => {
      let pending = 0;
      let running = 0;
      const run = createCoalescer(async () => {
        running += 1;
        expect(running).toBe(1);
        const seen = pending;
        await scheduler.schedule(Promise.resolve());
        pending -= seen;
        running -= 1;
      });
      const calls = Array.from({ length: callers }, async () => {
        await scheduler.schedule(Promise.resolve());
        pending += 1;
        await run("a");
      });
      await scheduler.waitFor(Promise.all(calls));
      expect(pending).toBe(0);
    }),
  );
});
