/** Seconds, because the store counts in them. Tags group entries that become stale together. */
export type CachePut = { ttlSeconds: number; tags?: readonly string[] };

export type Cache = {
  /** `parse` checks what comes out; an entry of an older shape, for which it throws, counts as absent. */
  get<T>(key: string, parse: (value: unknown) => T): Promise<T | undefined>;
  put(key: string, value: unknown, options: CachePut): Promise<void>;
  remove(key: string): Promise<void>;
  /** Every entry with this tag counts as absent from now on. */
  invalidateTag(tag: string): Promise<void>;
};
