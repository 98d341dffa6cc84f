/** How error correction M splits a symbol's codewords: `counts` blocks of `data` codewords, each with `check` more. */
type Blocks = { check: number; groups: readonly { count: number; data: number }[] };
export type QrVersion = { version: number; side: number; blocks: Blocks; centres: readonly number[] };

/** Codewords and alignment patterns of the versions 1 to 10 (ISO/IEC 18004, tables 9 and E.1). */
const versions: readonly (readonly [
  check: number,
  groups: readonly (readonly [count: number, data: number])[],
  centres: readonly number[],
])[] = [
  [10, [[1, 16]], []],
  [16, [[1, 28]], [6, 18]],
  [26, [[1, 44]], [6, 22]],
  [18, [[2, 32]], [6, 26]],
  [24, [[2, 43]], [6, 30]],
  [16, [[4, 27]], [6, 34]],
  [18, [[4, 31]], [6, 22, 38]],
  [
    22,
    [
      [2, 38],
      [2, 39],
    ],
    [6, 24, 42],
  ],
  [
    22,
    [
      [3, 36],
      [2, 37],
    ],
    [6, 26, 46],
  ],
  [
    26,
    [
      [4, 43],
      [1, 44],
    ],
    [6, 28, 50],
  ],
];

const firstWithLongCount = 10;

/** The length of the text is told in one byte, and in two from version 10 on. */
export function countBits(version: number): number {
  return version < firstWithLongCount ? 8 : 16;
}

export function dataCodewords({ groups }: Blocks): number {
  return groups.reduce((sum, { count, data }) => sum + count * data, 0);
}

/** The smallest version that holds so many bytes. */
export function versionFor(bytes: number): QrVersion | undefined {
  for (const [index, [check, groups, centres]] of versions.entries()) {
    const version = index + 1;
    const blocks = { check, groups: groups.map(([count, data]) => ({ count, data })) };
    if (4 + countBits(version) + bytes * 8 <= dataCodewords(blocks) * 8) return { version, side: 17 + 4 * version, blocks, centres };
  }
  return undefined;
}
