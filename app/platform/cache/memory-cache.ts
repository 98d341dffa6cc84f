import type { Clock } from "../clock.ts";
import { firstGeneration, isLive, parseOrAbsent, type CacheEntry } from "./entry.ts";
import type { Cache } from "./port.ts";

/** For tests: the rules of the KV cache without its delays. Values pass through JSON as they would there. */
export function createMemoryCache(clock: Clock): Cache {
  const entries = new Map<string, string>();
  const generations: Record<string, string> = {};
  let changes = 0;
  return {
    get(key, parse) {
      const text = entries.get(key);
      const entry = text === undefined ? undefined : (JSON.parse(text) as CacheEntry);
      return Promise.resolve(entry && isLive(entry, generations, clock.now()) ? parseOrAbsent(entry.value, parse) : undefined);
    },
    put(key, value, { ttlSeconds, tags = [] }) {
      const written = Object.fromEntries(tags.map((tag) => [tag, generations[tag] ?? firstGeneration]));
      entries.set(key, JSON.stringify({ value, expiresAtMs: clock.now() + ttlSeconds * 1_000, generations: written } satisfies CacheEntry));
      return Promise.resolve();
    },
    remove(key) {
      entries.delete(key);
      return Promise.resolve();
    },
    invalidateTag(tag) {
      changes += 1;
      generations[tag] = String(changes);
      return Promise.resolve();
    },
  };
}
