/** Each tag has a generation; an entry remembers those it was written under and dies with the first that changes. */
export type CacheEntry = { value: unknown; expiresAtMs: number; generations: Record<string, string> };

export const firstGeneration = "0";

export function isCacheEntry(value: unknown): value is CacheEntry {
  if (typeof value !== "object" || value === null) return false;
  const { expiresAtMs, generations } = value as Partial<CacheEntry>;
  return typeof expiresAtMs === "number" && typeof generations === "object" && generations !== null;
}

export function isLive(entry: CacheEntry, current: Record<string, string>, nowMs: number): boolean {
  const sameGenerations = Object.entries(entry.generations).every(([tag, generation]) => (current[tag] ?? firstGeneration) === generation);
  return nowMs < entry.expiresAtMs && sameGenerations;
}

export function parseOrAbsent<T>(value: unknown, parse: (value: unknown) => T): T | undefined {
  try {
    return parse(value);
  } catch {
    return undefined;
  }
}
