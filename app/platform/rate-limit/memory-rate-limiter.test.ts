import { expect, test } from "vitest";
import { createFakeClock } from "../clock.ts";
import { createMemoryRateLimiter } from "./memory-rate-limiter.ts";

test("the limiter of tests keeps keys and policies apart, refills with its clock and takes refunds", async () => {
  const clock = createFakeClock(0);
  const limiter = createMemoryRateLimiter(clock);
  const policy = { name: "sign-in", capacity: 1, refillPerSecond: 1 };
  expect(await limiter.take("a", policy)).toMatchObject({ allowed: true });
  expect(await limiter.take("a", policy)).toMatchObject({ allowed: false, retryAfterMs: 1_000 });
  expect(await limiter.take("b", policy)).toMatchObject({ allowed: true });
  expect(await limiter.take("a", { ...policy, name: "reset" })).toMatchObject({ allowed: true });
  await limiter.refund("a", policy);
  expect(await limiter.take("a", policy)).toMatchObject({ allowed: true });
  clock.advance(1_000);
  expect(await limiter.take("a", policy)).toMatchObject({ allowed: true });
});
