import { expect, test } from "vitest";
import { systemSleep } from "./sleep.ts";

test("a sleeper wakes when its time is over, and at once when it is called off", async () => {
  await systemSleep(1);
  const controller = new AbortController();
  const sleeping = systemSleep(3_600_000, controller.signal);
  controller.abort();
  await sleeping;
  await systemSleep(3_600_000, controller.signal);
  expect(controller.signal.aborted).toBe(true);
});
