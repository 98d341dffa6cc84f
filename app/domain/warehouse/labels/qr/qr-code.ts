import { codewordsOf } from "./qr-codewords.ts";
import { type Cells, fixedGrid, type Grid, tellFormat } from "./qr-grid.ts";
import { masks, penaltyOf } from "./qr-masks.ts";
import { versionFor } from "./qr-versions.ts";

/** Cells that stay blank on every side of a symbol. */
export const qrQuietCells = 4;

/**
 * A text as a QR code: UTF-8 in byte mode, error correction M (a seventh of it may be lost), versions 1 to 10. Undefined for
 * what they do not hold: more than 213 bytes.
 */
export function qrCells(text: string): Cells | undefined {
  const bytes = new TextEncoder().encode(text);
  const version = versionFor(bytes.length);
  if (version === undefined) return undefined;
  const codewords = codewordsOf(bytes, version);
  const grid = fixedGrid(version);
  const order = cellsOfCodewords(grid);
  const drawn = masks.map((mask, index) => {
    const own: Grid = grid.map((row) => [...row]);
    for (const [at, [row, column]] of order.entries()) {
      const isDark = (((codewords[at >> 3] ?? 0) >> (7 - (at % 8))) & 1) === 1;
      const cells = own[row];
      if (cells !== undefined) cells[column] = isDark !== mask(row, column);
    }
    tellFormat(own, index);
    const cells: Cells = own.map((row) => row.map((cell) => cell === true));
    return { cells, penalty: penaltyOf(cells) };
  });
  return drawn.reduce((best, next) => (next.penalty < best.penalty ? next : best)).cells;
}

/** In pairs of columns from the right, upwards and downwards by turns; the column of the timing pattern is no part of one. */
function cellsOfCodewords(grid: Grid): [row: number, column: number][] {
  const order: [number, number][] = [];
  const side = grid.length;
  let isUpward = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step += 1) {
      const row = isUpward ? side - 1 - step : step;
      for (const column of [right, right - 1]) if (grid[row]?.[column] === undefined) order.push([row, column]);
    }
    isUpward = !isUpward;
  }
  return order;
}
