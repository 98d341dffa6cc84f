/** How long each must wait so that those of one key begin `everyMs` apart. The first after a rest waits for nothing. */
export function createSpacing(everyMs: number): (key: string, nowMs: number) => number {
  const beginsAtMs = new Map<string, number>();
  return (key, nowMs) => {
    const atMs = Math.max(nowMs, (beginsAtMs.get(key) ?? -Infinity) + everyMs);
    for (const [other, otherAtMs] of beginsAtMs) if (otherAtMs <= nowMs - everyMs) beginsAtMs.delete(other);
    beginsAtMs.set(key, atMs);
    return atMs - nowMs;
  };
}
