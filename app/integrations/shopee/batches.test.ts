import fc from "fast-check";
import { expect, test } from "vitest";
import { mapConcurrently, splitWindow } from "./batches.ts";

const dayMs = 86_400_000;

test("any stretch of time is covered without a gap, newest first, by windows of whole seconds and at most 15 days", () => {
  const moment = fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 });
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 400 * dayMs }), (fromMs, lengthMs) => {
      const toMs = fromMs + lengthMs;
      const windows = splitWindow({ fromMs, toMs });
      expect(windows[0]?.toMs).toBeGreaterThanOrEqual(toMs);
      expect(windows.at(-1)?.fromMs).toBeLessThanOrEqual(fromMs);
      expect(windows.at(-1)?.fromMs).toBeGreaterThan(fromMs - 1_000);
      for (const [index, window] of windows.entries()) {
        expect(window.toMs - window.fromMs).toBeLessThanOrEqual(15 * dayMs);
        expect(window.toMs).toBeGreaterThan(window.fromMs);
        expect([window.fromMs % 1_000, window.toMs % 1_000]).toEqual([0, 0]);
        expect(window.fromMs).toBe(windows[index + 1]?.toMs ?? windows.at(-1)?.fromMs);
      }
    }),
  );
});

test("no time needs no window", () => {
  expect(splitWindow({ fromMs: 5_000, toMs: 5_000 })).toEqual([]);
  expect(splitWindow({ fromMs: 5_001, toMs: 5_000 })).toEqual([]);
});

test("work side by side keeps its order and its limit, and ends with the first failure", async () => {
  let running = 0;
  let most = 0;
  const started: number[] = [];
  async function work(item: number): Promise<number> {
    started.push(item);
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (item === 5) throw new Error("five");
    return item * 2;
  }
  expect(await mapConcurrently([1, 2, 3, 4], 2, work)).toEqual([2, 4, 6, 8]);
  expect(most).toBe(2);
  started.length = 0;
  await expect(mapConcurrently([5, 6, 7, 8, 9, 10], 2, work)).rejects.toThrow("five");
  expect(started.length).toBeLessThan(6);
  expect(await mapConcurrently([], 4, work)).toEqual([]);
});
