/** A number from 0 up to 1 that depends on nothing but its keys, so that one more listing never shifts another's data. */
export function chance(...keys: number[]): number {
  let hash = 0x811c9dc5;
  for (const key of keys) {
    hash = Math.imul(hash ^ (key | 0), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15) ^ Math.floor(key / 4_294_967_296), 0x2c1b3c6d);
  }
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 4_294_967_296;
}

export function choose<T>(items: readonly T[], share: number): T {
  const item = items[Math.min(items.length - 1, Math.floor(share * items.length))];
  if (item === undefined) throw new RangeError("nothing to choose from");
  return item;
}

/** Chooses by weight, fast however many there are. */
export function createWeighted<T>(items: readonly T[], weightOf: (item: T) => number): (share: number) => T {
  const sums: number[] = [];
  let total = 0;
  for (const item of items) sums.push((total += weightOf(item)));
  return (share) => {
    const wanted = share * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return choose(items, (low + 0.5) / items.length);
  };
}
