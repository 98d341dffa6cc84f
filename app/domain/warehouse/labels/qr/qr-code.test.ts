import fc from "fast-check";
import { expect, test } from "vitest";
import { qrCells } from "./qr-code.ts";
import { type Cells, formatBits, versionBits } from "./qr-grid.ts";
import { penaltyOf } from "./qr-masks.ts";
import { checkCodewords } from "./reed-solomon.ts";

/** Blocks of level M by version, as readers know them: check codewords, then how many data codewords each block has. */
const blocksOf: Readonly<Record<number, readonly [check: number, ...data: number[]]>> = {
  1: [10, 16],
  2: [16, 28],
  3: [26, 44],
  4: [18, 32, 32],
  5: [24, 43, 43],
  6: [16, 27, 27, 27, 27],
  7: [18, 31, 31, 31, 31],
  8: [22, 38, 38, 39, 39],
  9: [22, 36, 36, 36, 37, 37],
  10: [26, 43, 43, 43, 43, 44],
};
const centresOf: Readonly<Record<number, readonly number[]>> = {
  2: [18],
  3: [22],
  4: [26],
  5: [30],
  6: [34],
  7: [22, 38],
  8: [24, 42],
  9: [26, 46],
  10: [28, 50],
};

/** A reader of its own: finds format and mask, collects the cells, sorts the blocks, checks them and reads the bytes. */
function decode(cells: Cells): string {
  const side = cells.length;
  const version = (side - 17) / 4;
  const at = (row: number, column: number) => (cells[row]?.[column] === true ? 1 : 0);
  const told = [0, 1, 2, 3, 4, 5, 7, 8].map((column) => at(8, column)).concat([7, 5, 4, 3, 2, 1, 0].map((row) => at(row, 8)));
  const format = Number.parseInt(told.join(""), 2) ^ 0b101010000010010;
  if (format >> 13 !== 0) return "another level";
  const mask = (format >> 10) & 7;
  const centres = [6, ...(centresOf[version] ?? [])];
  const isFixed = (row: number, column: number) => {
    if (row === 6 || column === 6) return true;
    if ((row < 9 && (column < 9 || column >= side - 8)) || (row >= side - 8 && column < 9)) return true;
    if (version >= 7 && ((row < 6 && column >= side - 11) || (column < 6 && row >= side - 11))) return true;
    const near = (one: number) => centres.find((centre) => Math.abs(centre - one) <= 2);
    const [a, b] = [near(row), near(column)];
    if (version === 1 || a === undefined || b === undefined) return false;
    return !((a === 6 && (b === 6 || b === side - 7)) || (b === 6 && a === side - 7));
  };
  const bits: number[] = [];
  let up = true;
  for (let right = side - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < side; step += 1) {
      const row = up ? side - 1 - step : step;
      for (const column of [right, right - 1]) if (!isFixed(row, column)) bits.push(at(row, column) ^ (turns(mask, row, column) ? 1 : 0));
    }
    up = !up;
  }
  return textOf(bits, version);
}

function turns(mask: number, i: number, j: number): boolean {
  const rests = [
    (i + j) % 2,
    i % 2,
    j % 3,
    (i + j) % 3,
    (Math.floor(i / 2) + Math.floor(j / 3)) % 2,
    ((i * j) % 2) + ((i * j) % 3),
    (((i * j) % 2) + ((i * j) % 3)) % 2,
    (((i + j) % 2) + ((i * j) % 3)) % 2,
  ];
  return rests[mask] === 0;
}

function textOf(bits: readonly number[], version: number): string {
  const [check, ...lengths] = blocksOf[version] ?? [0];
  const codewords = Array.from({ length: Math.floor(bits.length / 8) }, (_, n) =>
    Number.parseInt(bits.slice(n * 8, n * 8 + 8).join(""), 2),
  );
  const blocks = lengths.map((): number[] => []);
  let next = 0;
  for (let n = 0; n < Math.max(...lengths); n += 1)
    lengths.forEach((length, block) => n < length && blocks[block]?.push(codewords[next++] ?? 0));
  const data = blocks.flat();
  for (let n = 0; n < check; n += 1) for (const block of blocks) block.push(codewords[next++] ?? 0);
  if (blocks.some((block) => !isWhole(block, check))) return "broken block";
  const all = data.map((codeword) => codeword.toString(2).padStart(8, "0")).join("");
  if (!all.startsWith("0100")) return "another mode";
  const start = 4 + (version < 10 ? 8 : 16);
  const length = Number.parseInt(all.slice(4, start), 2);
  const bytes = Array.from({ length }, (_, n) => Number.parseInt(all.slice(start + n * 8, start + n * 8 + 8), 2));
  const used = Math.ceil((start + length * 8 + 4) / 8);
  const isFilled = data.slice(used).every((codeword, n) => codeword === (n % 2 === 0 ? 0xec : 0x11));
  return isFilled ? new TextDecoder().decode(new Uint8Array(bytes)) : "wrong filling";
}

/** Every root of the generator is one of the whole block: the slow way, by multiplying bit by bit. */
function isWhole(block: readonly number[], check: number): boolean {
  const product = (a: number, b: number) => {
    let sum = 0;
    for (let bit = 7; bit >= 0; bit -= 1) {
      sum = (sum << 1) ^ (sum & 0x80 ? 0x11d : 0);
      if ((b >> bit) & 1) sum ^= a;
    }
    return sum;
  };
  let root = 1;
  for (let power = 0; power < check; power += 1) {
    const point = root;
    if (block.reduce((sum, codeword) => product(sum, point) ^ codeword, 0) !== 0) return false;
    root = product(root, 2);
  }
  return true;
}

test("check codewords are those of the standard's own example", () => {
  const data = [0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11];
  expect(checkCodewords(data, 10)).toEqual([0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55]);
});

test("level, mask and version are told in the bits that the standard lists", () => {
  const formats = [
    ...(["101010000010010", "101000100100101", "101111001111100", "101101101001011"] as const),
    ...(["100010111111001", "100000011001110", "100111110010111", "100101010100000"] as const),
  ];
  expect(formats.map((_, mask) => formatBits(mask).toString(2))).toEqual(formats);
  expect([7, 8, 9, 10].map((version) => versionBits(version).toString(2).padStart(18, "0"))).toEqual([
    ...(["000111110010010100", "001000010110111100", "001001101010011001", "001010010011010011"] as const),
  ]);
});

test("a symbol has its three finders, its timing lines and its one cell that is always dark", () => {
  const cells = qrCells("E:B:A-02-04:19") ?? [];
  const text = cells.map((row) => row.map((isDark) => (isDark ? "#" : ".")).join(""));
  expect(cells).toHaveLength(21);
  const finder = ["#######.", "#.....#.", "#.###.#.", "#.###.#.", "#.###.#.", "#.....#.", "#######.", "........"];
  expect(text.slice(0, 8).map((row) => row.slice(0, 8))).toEqual(finder);
  expect(text.slice(0, 8).map((row) => Array.from(row.slice(-8)).toReversed().join(""))).toEqual(finder);
  expect(text.slice(-8).map((row) => row.slice(0, 8))).toEqual(finder.toReversed());
  expect(text[6]?.slice(8, 13)).toBe("#.#.#");
  expect(cells[13]?.[8]).toBe(true);
});

test("symbols that are hard to read are charged as the standard charges them", () => {
  const rows = (...lines: string[]) => lines.map((line) => Array.from(line, (sign) => sign === "#"));
  // Five in a row is 3, each one more is 1: two rows of six; the columns have runs of two. Five blocks of 3. Half is dark.
  expect(penaltyOf(rows("######", "......"))).toBe(4 + 4);
  expect(penaltyOf(rows("##", "##"))).toBe(3 + 100);
  expect(penaltyOf(rows("#.###.#...."))).toBe(40);
});

test("every text can be read back from its cells", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(150), (text, more) => {
      const whole = text + "x".repeat(more);
      if (new TextEncoder().encode(whole).length > 213) return;
      expect(decode(qrCells(whole) ?? [])).toBe(whole);
    }),
    { numRuns: 100 },
  );
});

test("every version can be read back; the smallest that holds a text is taken, and what none holds is refused", () => {
  const most = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213];
  for (const [index, bytes] of most.entries()) {
    const side = 21 + 4 * index;
    expect(qrCells("a".repeat(bytes))?.length).toBe(side);
    expect(decode(qrCells("a".repeat(bytes)) ?? [])).toBe("a".repeat(bytes));
    expect(qrCells("a".repeat(bytes + 1))?.length).toBe(index === 9 ? undefined : side + 4);
  }
});
