import Papa from "papaparse";
import { toCsvRow } from "#app/platform/csv.ts";
import { binKinds, type BinKind, type BinPlan, maxBins } from "./bin.ts";
import { isBinCode } from "./bin-code.ts";
import { type BinColumn, columnsOf, type Columns, withoutAccents, writtenColumns } from "./bin-csv-columns.ts";

export type BinProblem = {
  line: number;
  column: BinColumn;
  reason: "required" | "repeated" | "binCodeInvalid" | "kindUnknown" | "numberInvalid" | "fieldInvalid" | "quoteOpen" | "tooManyBins";
  saw: string;
};

export type BinReading = { bins: BinPlan[]; problems: BinProblem[] };

type Refusal = Omit<BinProblem, "line">;
type Row = { cells: readonly string[]; line: number; hasOpenQuote: boolean };

const delimiters = ["\t", ";", ","] as const;
type Delimiter = (typeof delimiters)[number];

/** What may part thousands in such a file: "1.250" is 1250 where commas are decimal, and a pasted table tells neither. */
const thousandsSigns: Record<Delimiter, RegExp> = { "\t": /[.,]\d{3}$/, ";": /\.\d{3}$/, ",": /,\d{3}$/ };

const byteOrderMark = "\uFEFF";
const lineEnd = "\r\n";
const shownLength = 120;
const maxNumber = 1_000_000_000;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,18}[\p{L}\p{N}])?$/u;

/** What the kinds are called in spreadsheets, without accents. */
const kindNames: ReadonlyMap<string, BinKind> = new Map<string, BinKind>([
  ...binKinds.map((kind): [string, BinKind] => [kind, kind]),
  ["picking", "pick"],
  ["coleta", "pick"],
  ["separacao", "pick"],
  ["estoque", "bulk"],
  ["pulmao", "bulk"],
  ["recebimento", "receiving"],
  ["expedicao", "staging"],
  ["preparacao", "staging"],
  ["quarentena", "quarantine"],
  ["embalagem", "packing"],
]);

/** Bins of a spreadsheet. A bad line is told with its first fault and keeps no other line out. */
export function readBinCsv(text: string): BinReading {
  const delimiter = delimiterOf(text);
  const [header, ...rows] = rowsOf(text, delimiter);
  const columns = columnsOf(header?.cells ?? []);
  if (!columns.ok) return { bins: [], problems: [{ line: header?.line ?? 1, ...columns.refusal }] };
  const bins = new Map<string, BinPlan>();
  const problems: BinProblem[] = [];
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    if (bins.size === maxBins) {
      problems.push({ line: row.line, ...refusal("code", "tooManyBins", row.cells.join(" ")) });
      break;
    }
    const read = row.hasOpenQuote
      ? refusal("code", "quoteOpen", row.cells.join(" "))
      : readBin(row.cells, columns.columns, delimiter, bins.size + 1);
    if ("reason" in read) problems.push({ line: row.line, ...read });
    else if (bins.has(read.code)) problems.push({ line: row.line, ...refusal("code", "repeated", read.code) });
    else bins.set(read.code, read);
  }
  return { bins: [...bins.values()], problems };
}

/** Rows with the line they begin at: a quoted cell may hold several lines. */
function rowsOf(text: string, delimiter: Delimiter): Row[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const open = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
  let line = 1;
  return data.map((cells, index) => {
    const row = { cells, line, hasOpenQuote: open.has(index) };
    line += cells.join("").split("\n").length;
    return row;
  });
}

/** By the first line: where semicolons part cells, commas are decimal. */
function delimiterOf(text: string): Delimiter {
  const first = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  return delimiters.find((sign) => first.includes(sign)) ?? ",";
}

function refusal(column: BinColumn, reason: BinProblem["reason"], saw: string): Refusal {
  return { column, reason, saw: saw.slice(0, shownLength) };
}

function readBin(cells: readonly string[], columns: Columns, delimiter: Delimiter, turn: number): BinPlan | Refusal {
  const refusals: Refusal[] = [];
  const cell = (column: BinColumn) => textOf(cells[columns.get(column)?.index ?? -1] ?? "");
  const refuse = (column: BinColumn, reason: BinProblem["reason"]) => refusals.push(refusal(column, reason, cell(column)));
  const named = (column: BinColumn) => {
    const text = cell(column);
    if (text !== "" && !label.test(text)) refuse(column, "fieldInvalid");
    return text === "" ? null : text;
  };
  const number = (column: BinColumn, min: number) => {
    const isUnclear = thousandsSigns[delimiter].test(cell(column));
    const amount = cell(column) === "" ? null : readNumber(isUnclear ? "" : cell(column), columns.get(column)?.factor ?? 1);
    if (amount === undefined || (amount !== null && amount < min)) refuse(column, "numberInvalid");
    return amount ?? null;
  };
  const code = cell("code").toUpperCase();
  if (code === "") refuse("code", "required");
  else if (!isBinCode(code)) refuse("code", "binCodeInvalid");
  const kind = cell("kind") === "" ? "pick" : kindNames.get(withoutAccents(cell("kind")));
  if (kind === undefined) refuse("kind", "kindUnknown");
  const bin = {
    code,
    aisle: named("aisle"),
    bay: named("bay"),
    level: named("level"),
    side: named("side"),
    xMm: number("x", -maxNumber) ?? 0,
    yMm: number("y", -maxNumber) ?? 0,
    zMm: number("z", -maxNumber) ?? 0,
    pickRank: number("pickRank", 1) ?? turn,
    kind: kind ?? "pick",
    capacityUnits: number("capacity", 0),
    maxWeightGrams: number("maxWeight", 0),
    volumeMl: number("volume", 0),
  };
  return refusals[0] ?? bin;
}

/** Exports put an apostrophe before what a spreadsheet would run as a formula. */
function textOf(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, "");
}

/** In the smallest unit: "2,8" metres are 2800. A part of what cannot be parted, such as half a unit, is no number. */
function readNumber(text: string, factor: number): number | undefined {
  if (!(factor === 1 ? /^-?\d{1,10}$/ : /^-?\d{1,10}([.,]\d{1,15})?$/).test(text)) return undefined;
  const amount = Math.round(Number(text.replace(",", ".")) * factor);
  return Math.abs(amount) > maxNumber ? undefined : amount === 0 ? 0 : amount;
}

/** A file that `readBinCsv` takes back, and that spreadsheets open without running any of it. */
export function binsToCsv(bins: readonly BinPlan[]): string {
  const rows = bins.map((bin) => writtenColumns.map(({ value }) => value(bin)));
  return byteOrderMark + [writtenColumns.map(({ header }) => header), ...rows].map((row) => toCsvRow(row) + lineEnd).join("");
}
