/** Gives each vendor its own stream, so that calls to one never shift the data of another. */
export function seedFor(seed: number, vendor: string): number {
  let hash = seed >>> 0;
  for (const letter of vendor) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

export function shuffle<T>(items: T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
