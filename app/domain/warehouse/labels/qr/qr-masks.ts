import type { Cells } from "./qr-grid.ts";

/** Which cells a mask turns over (ISO/IEC 18004, table 10). */
export const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

const finderLike = new Set(["10111010000", "00001011101"]);

/** How hard a symbol is to read: long runs, blocks, what looks like a finder, and one colour that outweighs the other. */
export function penaltyOf(cells: Cells): number {
  const rows = cells.map((row) => row.map((isDark) => (isDark ? "1" : "0")).join(""));
  const columns = cells.map((_, at) => cells.map((row) => (row[at] === true ? "1" : "0")).join(""));
  const lines = [...rows, ...columns];
  const inLines = lines.reduce((sum, line) => sum + runs(line) + 40 * finders(line), 0);
  return inLines + 3 * blocks(rows) + balance(rows.join(""));
}

function runs(line: string): number {
  const long = line.match(/0{5,}|1{5,}/g) ?? [];
  return long.reduce((sum, { length }) => sum + length - 2, 0);
}

function finders(line: string): number {
  let found = 0;
  for (let at = 0; at + 11 <= line.length; at += 1) if (finderLike.has(line.slice(at, at + 11))) found += 1;
  return found;
}

function blocks(rows: readonly string[]): number {
  let found = 0;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1] ?? "";
    for (let at = 0; at + 1 < next.length; at += 1) {
      if (/^(?:0000|1111)$/.test(row.slice(at, at + 2) + next.slice(at, at + 2))) found += 1;
    }
  }
  return found;
}

function balance(all: string): number {
  const percentDark = (all.replaceAll("0", "").length * 100) / all.length;
  return 10 * Math.floor(Math.abs(percentDark - 50) / 5);
}
