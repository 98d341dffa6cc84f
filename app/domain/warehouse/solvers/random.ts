import type { Random } from "#app/platform/seeded-random.ts";

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
