import { code128Bars, code128Zpl, fnc1 } from "./code128.ts";

export type LabelSetup = { widthMm: number; heightMm: number; dpi: 203 | 300; copies?: number };

/** A rectangle of the label, in the printer's dots. */
export type Area = { x: number; y: number; width: number; height: number };

const mmPerInch = 25.4;
/** Below a quarter of a millimetre a hand scanner misses one code in many, whatever the printer can do. */
const minBarMm = 0.25;
const maxBarMm = 0.5;
const quietModules = 10;
const minCellMm = 0.35;
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

function hex(sign: string): string {
  return Array.from(new TextEncoder().encode(sign), (byte) => `\\${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

/** Field data under `^FH\`: what would be a command, an escape or no ASCII goes as the hex of its UTF-8 bytes (`^CI28`). */
function escapeField(text: string): string {
  return Array.from(text, (sign) => (/^[ -~]$/.test(sign) && !/^[\^~\\]$/.test(sign) ? sign : hex(sign))).join("");
}

function fieldAt(x: number, y: number, command: string, data: string): string {
  return `^FO${x},${y}${command}^FH\\^FD${data}^FS`;
}

/** One line of text in the middle of an area, as high as fits; what is too long for its least height is cut, with a sign. */
export function textField(text: string, area: Area, dpi: number): string {
  const signs = Array.from(text.replaceAll(/\p{C}+/gu, " ").trim());
  if (signs.length === 0) return "";
  const least = Math.min(area.height, dots(2, dpi));
  const most = Math.max(1, Math.floor(area.width / (least * widthOfHeight)));
  const shown = signs.length > most ? [...signs.slice(0, most - 1), "…"] : signs;
  const height = Math.max(least, Math.min(area.height, Math.floor(area.width / (shown.length * widthOfHeight))));
  const top = area.y + Math.floor((area.height - height) / 2);
  // Within a text block a backslash is an escape of its own and has to be said twice.
  const data = escapeField(shown.join("").replaceAll("\\", "\\\\"));
  return fieldAt(area.x, top, `^A0N,${height},${height}^FB${area.width},1,0,C`, data);
}

/** Code 128 in the middle of an area. Undefined when it would need bars too thin to read, or cannot be said. */
export function code128Field(text: string, area: Area, dpi: number): string | undefined {
  const bars = code128Bars(text);
  const data = code128Zpl(text);
  if (bars === undefined || data === undefined) return undefined;
  const modules = bars.reduce((sum, width) => sum + width, 0);
  const fitting = Math.floor(area.width / (modules + 2 * quietModules));
  const moduleDots = Math.min(fitting, wholeDots(maxBarMm, dpi, Math.floor));
  if (moduleDots < wholeDots(minBarMm, dpi, Math.ceil)) return undefined;
  const left = area.x + Math.floor((area.width - modules * moduleDots) / 2);
  return `^BY${moduleDots}${fieldAt(left, area.y, `^BCN,${area.height},N,N,N`, escapeField(data))}`;
}

/** Side of a square symbol in modules, by the codewords that it takes at most (ISO/IEC 16022, ECC 200). */
const squares: readonly [codewords: number, modules: number][] = [
  [3, 10],
  [5, 12],
  [8, 14],
  [12, 16],
  [18, 18],
  [22, 20],
  [30, 22],
  [36, 24],
  [44, 26],
  [62, 32],
  [86, 36],
  [114, 40],
  [144, 44],
  [174, 48],
];

/** Data Matrix in the middle of an area; undefined when its cells would be too small to read. */
export function dataMatrixField(text: string, area: Area, dpi: number): string | undefined {
  if (text === "" || /[^ -~]/.test(text.replaceAll(fnc1, ""))) return undefined;
  const codewords = text.replaceAll(/\d\d/g, "0").length;
  const modules = squares.find(([most]) => codewords <= most)?.[1];
  if (modules === undefined) return undefined;
  const side = Math.min(area.width, area.height);
  const cellDots = Math.min(Math.floor(side / (modules + 2)), wholeDots(maxCellMm, dpi, Math.floor));
  if (cellDots < wholeDots(minCellMm, dpi, Math.ceil)) return undefined;
  const data = escapeField(text.replaceAll("_", "__").replaceAll(fnc1, "_1"));
  const left = area.x + Math.floor((area.width - modules * cellDots) / 2);
  const top = area.y + Math.floor((area.height - modules * cellDots) / 2);
  return fieldAt(left, top, `^BXN,${cellDots},200,,,,_`, data);
}

export function zplLabel({ widthMm, heightMm, dpi, copies = 1 }: LabelSetup, fields: readonly string[]): string {
  const head = ["^XA", "^CI28", `^PW${dots(widthMm, dpi)}`, `^LL${dots(heightMm, dpi)}`, "^LH0,0"];
  const body = fields.filter((field) => field !== "");
  return [...head, ...body, `^PQ${copies}`, "^XZ", ""].join("\n");
}
