export type Random = () => number;

/** Mulberry32: small and fast, and the same answer for the same seed on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to, not including, `end`. */
export function randomBelow(random: Random, end: number): number {
  return Math.floor(random() * end);
}

export function shuffleInPlace(items: number[], random: Random): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const chosen = randomBelow(random, last + 1);
    const [one, other] = [items[last], items[chosen]];
    if (one !== undefined && other !== undefined) {
      items[last] = other;
      items[chosen] = one;
    }
  }
}
