import type { Clock } from "../clock.ts";
import { sha256Hex } from "../crypto/hash.ts";
import type { Logger } from "../logging/logger.ts";
import { firstGeneration, isCacheEntry, isLive, parseOrAbsent, type CacheEntry } from "./entry.ts";
import type { Cache } from "./port.ts";

type Options = { kv: KVNamespace; clock: Clock; logger: Logger; random?: () => string };

/** KV refuses shorter ones; the entry's own expiry is exact. */
const minTtlSeconds = 60;
const maxTtlSeconds = 7 * 86_400;
/** A generation must outlive every entry written under the one before it. */
const generationTtlSeconds = 2 * maxTtlSeconds;
const maxKeyBytes = 400;

async function storageKey(kind: "entry" | "tag", key: string): Promise<string> {
  const name = new TextEncoder().encode(key).length > maxKeyBytes ? `sha256:${await sha256Hex(key)}` : key;
  return `cache:${kind}:${name}`;
}

/**
 * KV is eventually consistent: elsewhere in the world a removed or invalidated entry may be seen for about a minute.
 * A broken cache is a slow cache: reads and writes that fail are logged and count as absent.
 */
export function createKvCache({ kv, clock, logger, random = () => crypto.randomUUID() }: Options): Cache {
  async function readGenerations(tags: readonly string[]): Promise<Record<string, string>> {
    const read = tags.map(async (tag) => [tag, (await kv.get(await storageKey("tag", tag))) ?? firstGeneration] as const);
    return Object.fromEntries(await Promise.all(read));
  }

  async function readLive(key: string): Promise<CacheEntry | undefined> {
    const entry: unknown = await kv.get(await storageKey("entry", key), "json");
    if (!isCacheEntry(entry)) return undefined;
    return isLive(entry, await readGenerations(Object.keys(entry.generations)), clock.now()) ? entry : undefined;
  }

  return {
    async get(key, parse) {
      const entry = await readLive(key).catch((error: unknown) => {
        logger.warn({ event: "cache.failed", operation: "get", key, error });
        return undefined;
      });
      return entry && parseOrAbsent(entry.value, parse);
    },
    async put(key, value, { ttlSeconds, tags = [] }) {
      const keptSeconds = Math.min(maxTtlSeconds, ttlSeconds);
      try {
        const generations = await readGenerations(tags);
        const entry: CacheEntry = { value, expiresAtMs: clock.now() + keptSeconds * 1_000, generations };
        const expirationTtl = Math.max(minTtlSeconds, Math.ceil(keptSeconds));
        await kv.put(await storageKey("entry", key), JSON.stringify(entry), { expirationTtl });
      } catch (error) {
        logger.warn({ event: "cache.failed", operation: "put", key, error });
      }
    },
    async remove(key) {
      await kv.delete(await storageKey("entry", key));
    },
    async invalidateTag(tag) {
      await kv.put(await storageKey("tag", tag), random(), { expirationTtl: generationTtlSeconds });
    },
  };
}
