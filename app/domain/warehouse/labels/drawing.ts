import { code128Bars, fnc1 } from "./code128.ts";
import { qrCells, qrQuietCells } from "./qr/qr-code.ts";
import type { Cells } from "./qr/qr-grid.ts";

export type LabelSetup = { widthMm: number; heightMm: number; dpi: 203 | 300; copies?: number };

/** A rectangle of the label, in the printer's dots. */
export type Area = { x: number; y: number; width: number; height: number };

/** One thing on a label, in dots. `y` is its top; a text stands in the middle of its width. */
export type Mark =
  | { kind: "text"; text: string; x: number; y: number; width: number; height: number }
  | { kind: "bars"; text: string; bars: readonly number[]; x: number; y: number; height: number; moduleDots: number }
  | { kind: "cells"; text: string; cells: Cells; x: number; y: number; cellDots: number };

/** A label as every printer draws it: the same places on a roll, on a sheet and on the screen. */
export type Drawing = Required<LabelSetup> & { name: string; marks: readonly Mark[] };

const mmPerInch = 25.4;
/** Below a quarter of a millimetre a hand scanner misses one code in many, whatever the printer can do. */
const minBarMm = 0.25;
const maxBarMm = 0.5;
const quietModules = 10;
const minCellMm = 0.35;
/** A printer magnifies its cells ten times at most. */
const maxCellMm = 0.8;
/** A capital of the printer's font 0, for its height; small letters are narrower. */
const widthOfHeight = 0.62;

export function dots(mm: number, dpi: number): number {
  return Math.round((mm * dpi) / mmPerInch);
}

/** A limit in whole dots; 203 dpi means 8 dots a millimetre, so a tenth of a dot too little is none. */
function wholeDots(mm: number, dpi: number, round: (exact: number) => number): number {
  return round(Number(((mm * dpi) / mmPerInch).toFixed(1)));
}

/** How many letters a line takes before they get smaller than can be read. */
export function mostLetters(width: number, height: number, dpi: number): number {
  return Math.max(1, Math.floor(width / (Math.min(height, dots(2, dpi)) * widthOfHeight)));
}

/** One line of text in the middle of an area, as high as fits; what is too long for its least height is cut, with a sign. */
export function textMark(text: string, area: Area, dpi: number): Mark | undefined {
  const signs = Array.from(text.replaceAll(/\p{C}+/gu, " ").trim());
  if (signs.length === 0) return undefined;
  const least = Math.min(area.height, dots(2, dpi));
  const most = mostLetters(area.width, area.height, dpi);
  const shown = signs.length > most ? [...signs.slice(0, most - 1), "…"] : signs;
  const height = Math.max(least, Math.min(area.height, Math.floor(area.width / (shown.length * widthOfHeight))));
  const y = area.y + Math.floor((area.height - height) / 2);
  return { kind: "text", text: shown.join(""), x: area.x, y, width: area.width, height };
}

/** Code 128 in the middle of an area. Undefined when it would need bars too thin to read, or cannot be said. */
export function barsMark(text: string, area: Area, dpi: number): Mark | undefined {
  const bars = code128Bars(text);
  if (bars === undefined) return undefined;
  const modules = bars.reduce((sum, width) => sum + width, 0);
  const fitting = Math.floor(area.width / (modules + 2 * quietModules));
  const moduleDots = Math.min(fitting, wholeDots(maxBarMm, dpi, Math.floor));
  if (moduleDots < wholeDots(minBarMm, dpi, Math.ceil)) return undefined;
  const x = area.x + Math.floor((area.width - modules * moduleDots) / 2);
  return { kind: "bars", text, bars, x, y: area.y, height: area.height, moduleDots };
}

/** A QR code in the middle of an area. Undefined when its cells would be too small to read. */
export function cellsMark(text: string, area: Area, dpi: number): Mark | undefined {
  // A QR code says GS1 data as a link: FNC1 is for bars.
  if (text === "" || text.includes(fnc1)) return undefined;
  const cells = qrCells(text);
  if (cells === undefined) return undefined;
  const side = Math.min(area.width, area.height);
  const cellDots = Math.min(Math.floor(side / (cells.length + 2 * qrQuietCells)), wholeDots(maxCellMm, dpi, Math.floor));
  if (cellDots < wholeDots(minCellMm, dpi, Math.ceil)) return undefined;
  const x = area.x + Math.floor((area.width - cells.length * cellDots) / 2);
  const y = area.y + Math.floor((area.height - cells.length * cellDots) / 2);
  return { kind: "cells", text, cells, x, y, cellDots };
}
