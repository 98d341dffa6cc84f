import { checkCodewords } from "./reed-solomon.ts";
import { countBits, dataCodewords, type QrVersion } from "./qr-versions.ts";

const byteMode = 0b0100;
const fillers = [0b1110_1100, 0b0001_0001];

/** A text as the codewords of a version, in the order in which they are drawn. */
export function codewordsOf(bytes: Uint8Array, { version, blocks }: QrVersion): number[] {
  const data = dataOf(bytes, version, dataCodewords(blocks));
  const parts: { data: number[]; check: number[] }[] = [];
  let at = 0;
  for (const { count, data: length } of blocks.groups) {
    for (let block = 0; block < count; block += 1) {
      const own = data.slice(at, at + length);
      parts.push({ data: own, check: checkCodewords(own, blocks.check) });
      at += length;
    }
  }
  return [...byTurns(parts.map((part) => part.data)), ...byTurns(parts.map((part) => part.check))];
}

function dataOf(bytes: Uint8Array, version: number, capacity: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1);
  };
  push(byteMode, 4);
  push(bytes.length, countBits(version));
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  while (bits.length % 8 !== 0) bits.push(0);
  const codewords = Array.from({ length: bits.length / 8 }, (_, index) =>
    Number.parseInt(bits.slice(index * 8, index * 8 + 8).join(""), 2),
  );
  const gap = capacity - codewords.length;
  return [...codewords, ...Array.from({ length: gap }, (_, index) => fillers[index % 2] ?? 0)];
}

/** The first of each block, then the second of each: a scratch hurts each block a little and none wholly. */
function byTurns(blocks: readonly number[][]): number[] {
  const longest = Math.max(...blocks.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => blocks.flatMap((block) => block[index] ?? [])).flat();
}
