import { expect, test } from "vitest";
import { createPool } from "./pool.ts";

test("never more than the limit runs at once, and all of it runs", async () => {
  const pool = createPool(3);
  const seen = { now: 0, most: 0, done: 0 };
  for (let index = 0; index < 20; index += 1) {
    await pool.run(async () => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      for (let tick = 0; tick < 10; tick += 1) await Promise.resolve();
      seen.now -= 1;
      seen.done += 1;
    });
  }
  await pool.drained();
  expect(seen).toEqual({ now: 0, most: 3, done: 20 });
});

test("a failure reaches whoever waits, and nothing new begins after it", async () => {
  const pool = createPool(1);
  const begun: string[] = [];
  await pool.run(async () => {
    begun.push("first");
    await Promise.reject(new Error("lost"));
  });
  await expect(pool.run(async () => void begun.push("second"))).rejects.toThrow("lost");
  await expect(pool.drained()).rejects.toThrow("lost");
  expect(begun).toEqual(["first"]);
});
