import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createDurableRateLimiter } from "./durable-rate-limiter.server.ts";

/** So slow a refill that the time a test takes adds nothing. */
const policy = { name: "sign-in", capacity: 3, refillPerSecond: 0.001 };
const limiter = createDurableRateLimiter(env.RATE_LIMITER);

function stubOf(key: string) {
  return env.RATE_LIMITER.get(env.RATE_LIMITER.idFromName(`${policy.name}:${key}`));
}

async function empty(key: string): Promise<void> {
  for (let count = 0; count < policy.capacity; count += 1) expect(await limiter.take(key, policy)).toMatchObject({ allowed: true });
}

test("callers at the same instant share one bucket", async () => {
  const decisions = await Promise.all(Array.from({ length: 10 }, () => limiter.take("together", policy)));
  expect(decisions.filter((decision) => decision.allowed)).toHaveLength(3);
});

test("keys and policies do not draw on each other", async () => {
  await empty("one");
  expect(await limiter.take("two", policy)).toMatchObject({ allowed: true });
  expect(await limiter.take("one", { ...policy, name: "reset" })).toMatchObject({ allowed: true });
  expect(await limiter.take("one", policy)).toMatchObject({ allowed: false });
});

test("an eviction does not hand out a second burst", async () => {
  await empty("evicted");
  await evictDurableObject(stubOf("evicted"));
  const decision = await limiter.take("evicted", policy);
  expect(decision.allowed).toBe(false);
  expect(decision.retryAfterMs).toBeGreaterThan(900_000);
});

test("a refund makes room again", async () => {
  await empty("refunded");
  await limiter.refund("refunded", policy);
  expect(await limiter.take("refunded", policy)).toMatchObject({ allowed: true });
  expect(await limiter.take("refunded", policy)).toMatchObject({ allowed: false });
});

test("a refund of an untouched bucket stores nothing", async () => {
  await limiter.refund("untouched", policy);
  expect(await runInDurableObject(stubOf("untouched"), (_object, state) => [...state.storage.kv.list()])).toEqual([]);
});

test("a bucket is forgotten once it is full, not before", async () => {
  const stub = stubOf("idle");
  await empty("idle");
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  expect(await limiter.take("idle", policy)).toMatchObject({ allowed: false });

  await runInDurableObject(stub, (_object, state) => {
    state.storage.kv.put("bucket", { state: { tokens: 0, updatedAtMs: 0 }, policy });
  });
  expect(await runDurableObjectAlarm(stub)).toBe(true);
  const left = await runInDurableObject(stub, async (_object, state) => ({
    entries: [...state.storage.kv.list()],
    alarm: await state.storage.getAlarm(),
  }));
  expect(left).toEqual({ entries: [], alarm: null });
  expect(await limiter.take("idle", policy)).toMatchObject({ allowed: true, remaining: 2 });
});
