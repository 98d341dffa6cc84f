/** A vector in which texts that share words lie close: each word adds to a place of its own. Length one, the same each time. */
export function embeddingOf(text: string, dimensions: number): number[] {
  const sums = new Float64Array(dimensions);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const hash = hashOf(word);
    sums[hash % dimensions] = (sums[hash % dimensions] ?? 0) + ((hash >>> 16) % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...sums);
  return [...sums].map((sum, index) => (length === 0 ? Number(index === 0) : Number((sum / length).toFixed(8))));
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const letter of word) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
