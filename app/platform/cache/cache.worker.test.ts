import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { createFakeClock, type Clock } from "../clock.ts";
import { createMemoryLog } from "../logging/logger.ts";
import { createKvCache } from "./kv-cache.server.ts";
import { createMemoryCache } from "./memory-cache.ts";
import type { Cache } from "./port.ts";

function text(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("not a text");
  return value;
}

const kinds: [string, (clock: Clock) => Cache][] = [
  ["KV", (clock) => createKvCache({ kv: env.KV, clock, logger: createMemoryLog() })],
  ["memory", createMemoryCache],
];

describe.each(kinds)("the %s cache", (_name, create) => {
  function setUp() {
    const clock = createFakeClock(Date.now());
    return { clock, cache: create(clock), key: crypto.randomUUID() };
  }

  test("gives back what was put, and nothing for an unknown key", async () => {
    const { cache, key } = setUp();
    await cache.put(key, { name: "ação", list: [1, null] }, { ttlSeconds: 60 });
    expect(await cache.get(key, (value) => value)).toEqual({ name: "ação", list: [1, null] });
    expect(await cache.get(`${key}-other`, text)).toBeUndefined();
  });

  test("forgets at its time to live, also below what the store can do", async () => {
    const { clock, cache, key } = setUp();
    await cache.put(key, "value", { ttlSeconds: 5 });
    clock.advance(4_999);
    expect(await cache.get(key, text)).toBe("value");
    clock.advance(1);
    expect(await cache.get(key, text)).toBeUndefined();
  });

  test("forgets what was removed", async () => {
    const { cache, key } = setUp();
    await cache.put(key, "value", { ttlSeconds: 60 });
    await cache.remove(key);
    expect(await cache.get(key, text)).toBeUndefined();
  });

  test("a tag takes its entries with it, whichever of their tags it is, and only those", async () => {
    const { cache, key } = setUp();
    await cache.put(`${key}-1`, "one", { ttlSeconds: 60, tags: [`${key}-a`, `${key}-b`] });
    await cache.put(`${key}-2`, "two", { ttlSeconds: 60, tags: [`${key}-b`] });
    await cache.put(`${key}-3`, "three", { ttlSeconds: 60 });
    await cache.invalidateTag(`${key}-a`);
    expect(await cache.get(`${key}-1`, text)).toBeUndefined();
    expect(await cache.get(`${key}-2`, text)).toBe("two");
    expect(await cache.get(`${key}-3`, text)).toBe("three");
  });

  test("an entry written after its tag was invalidated lives", async () => {
    const { cache, key } = setUp();
    await cache.invalidateTag(key);
    await cache.put(key, "new", { ttlSeconds: 60, tags: [key] });
    expect(await cache.get(key, text)).toBe("new");
    await cache.invalidateTag(key);
    expect(await cache.get(key, text)).toBeUndefined();
  });

  test("an entry of another shape counts as absent", async () => {
    const { cache, key } = setUp();
    await cache.put(key, { older: true }, { ttlSeconds: 60 });
    expect(await cache.get(key, text)).toBeUndefined();
  });

  test("keys of any length and script work", async () => {
    const { cache, key } = setUp();
    const long = `${key}:${"ç".repeat(600)}`;
    await cache.put(long, "value", { ttlSeconds: 60, tags: [long] });
    expect(await cache.get(long, text)).toBe("value");
    expect(await cache.get(`${long}ç`, text)).toBeUndefined();
  });
});

test("a store that is down makes reads miss and writes pass, and says so in the log", async () => {
  const log = createMemoryLog();
  const down = () => Promise.reject(new Error("down"));
  const kv = { get: down, put: down, delete: down } as unknown as KVNamespace;
  const cache = createKvCache({ kv, clock: createFakeClock(0), logger: log });
  await cache.put("key", "value", { ttlSeconds: 60 });
  expect(await cache.get("key", text)).toBeUndefined();
  expect(log.events).toMatchObject([
    { event: "cache.failed", operation: "put" },
    { event: "cache.failed", operation: "get" },
  ]);
  await expect(cache.invalidateTag("tag")).rejects.toThrow("down");
});

test("what a foreign writer left under the key counts as absent", async () => {
  const cache = createKvCache({ kv: env.KV, clock: createFakeClock(0), logger: createMemoryLog() });
  await env.KV.put("cache:entry:foreign", JSON.stringify({ value: "x" }));
  expect(await cache.get("foreign", text)).toBeUndefined();
  await env.KV.put("cache:entry:foreign", "not json");
  expect(await cache.get("foreign", text)).toBeUndefined();
});
