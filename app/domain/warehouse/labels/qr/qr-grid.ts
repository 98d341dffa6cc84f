import type { QrVersion } from "./qr-versions.ts";

/** Row by row; true is dark. */
export type Cells = readonly (readonly boolean[])[];

/** What every symbol of a version has in the same places; undefined is where codewords go, `null` is kept for the format. */
export type Grid = (boolean | null | undefined)[][];

const finderSide = 7;
const timingLine = 6;
const firstWithVersion = 7;
const versionGenerator = 0x1f25;
const formatGenerator = 0x537;
const formatMask = 0x5412;
/** Level M is told as 00. */
const levelM = 0b00;

export function fixedGrid({ version, side, centres }: QrVersion): Grid {
  const grid: Grid = Array.from({ length: side }, () => Array.from({ length: side }, () => undefined));
  for (const [row, column] of formatPlaces(side).flat()) put(grid, row, column, null);
  for (let at = 8; at < side - 8; at += 1) {
    put(grid, timingLine, at, at % 2 === 0);
    put(grid, at, timingLine, at % 2 === 0);
  }
  for (const [row, column] of [
    [0, 0],
    [0, side - finderSide],
    [side - finderSide, 0],
  ] as const)
    finder(grid, row, column);
  for (const row of centres) for (const column of centres) if (!isInFinder(row, column, side)) alignment(grid, row, column);
  put(grid, side - 8, 8, true);
  if (version >= firstWithVersion) tellVersion(grid, version, side);
  return grid;
}

/** Both copies of the fifteen bits that tell level and mask, the highest first. */
export function tellFormat(grid: Grid, mask: number): void {
  const bits = formatBits(mask);
  for (const places of formatPlaces(grid.length)) {
    for (const [index, [row, column]] of places.entries()) put(grid, row, column, ((bits >> (14 - index)) & 1) === 1);
  }
}

/** The fifteen bits by which a reader learns level and mask. */
export function formatBits(mask: number): number {
  const told = (levelM << 3) | mask;
  return ((told << 10) | remainder(told, formatGenerator, 10)) ^ formatMask;
}

/** The eighteen bits by which a reader learns the version. */
export function versionBits(version: number): number {
  return (version << 12) | remainder(version, versionGenerator, 12);
}

function remainder(value: number, generator: number, degree: number): number {
  let rest = value << degree;
  for (let bit = 31 - Math.clz32(rest); bit >= degree; bit -= 1) if ((rest >> bit) & 1) rest ^= generator << (bit - degree);
  return rest;
}

type Place = readonly [row: number, column: number];

function formatPlaces(side: number): readonly [Place[], Place[]] {
  const range = (count: number, place: (index: number) => Place) => Array.from({ length: count }, (_, index) => place(index));
  const corner: Place[] = [
    ...range(6, (index) => [8, index]),
    ...([
      [8, 7],
      [8, 8],
      [7, 8],
    ] as const),
    ...range(6, (index) => [5 - index, 8]),
  ];
  return [corner, [...range(7, (index) => [side - 1 - index, 8]), ...range(8, (index) => [8, side - 8 + index])]];
}

function put(grid: Grid, row: number, column: number, cell: boolean | null): void {
  const cells = grid[row];
  if (cells !== undefined && column >= 0 && column < cells.length) cells[column] = cell;
}

/** With the light line around it, which its reader needs. */
function finder(grid: Grid, top: number, left: number): void {
  for (let row = -1; row <= finderSide; row += 1) {
    for (let column = -1; column <= finderSide; column += 1) {
      const ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
      put(grid, top + row, left + column, ring !== 2 && ring !== 4);
    }
  }
}

function isInFinder(row: number, column: number, side: number): boolean {
  const isLow = (at: number) => at === timingLine;
  const isHigh = (at: number) => at === side - finderSide;
  return (isLow(row) && (isLow(column) || isHigh(column))) || (isHigh(row) && isLow(column));
}

function alignment(grid: Grid, middleRow: number, middleColumn: number): void {
  for (let row = -2; row <= 2; row += 1) {
    for (let column = -2; column <= 2; column += 1) {
      put(grid, middleRow + row, middleColumn + column, Math.max(Math.abs(row), Math.abs(column)) !== 1);
    }
  }
}

function tellVersion(grid: Grid, version: number, side: number): void {
  const bits = versionBits(version);
  for (let index = 0; index < 18; index += 1) {
    const isDark = ((bits >> index) & 1) === 1;
    const [near, far] = [Math.floor(index / 3), side - 11 + (index % 3)];
    put(grid, near, far, isDark);
    put(grid, far, near, isDark);
  }
}
