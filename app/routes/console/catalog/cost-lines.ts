import Papa from "papaparse";
import { costSchema } from "#app/domain/catalog/schemas.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { parseMoney } from "#app/i18n/parse-money.ts";

export type CostLine = { sku: string; costCents: number; currency?: string };
export type LineProblem = { line: number; text: string; reason: "noSku" | "noAmount" | "repeated" };
type Columns = { sku: number; cost: number; currency: number };

const headings = {
  sku: new Set(["sku", "código", "codigo", "code"]),
  cost: new Set(["cost", "custo", "preço de custo", "preco de custo", "cost price"]),
  currency: new Set(["currency", "moeda"]),
};

/**
 * Lines of a spreadsheet, pasted or as CSV: SKU and cost, or any columns under a heading that names these two, such as our
 * own export. A line without a cost says nothing about its SKU and is passed over.
 */
export function readCostLines(
  text: string,
  { locale, currency }: { locale: Locale; currency: string },
): { costs: CostLine[]; problems: LineProblem[] } {
  const rows = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { delimiter: delimiterOf(text), skipEmptyLines: false }).data;
  const named = columnsOf(rows[0] ?? []);
  const costs = new Map<string, CostLine>();
  const problems: LineProblem[] = [];
  for (const [index, cells] of rows.entries()) {
    const isBlank = cells.every((cell) => cell.trim() === "");
    if (isBlank || (index === 0 && named !== undefined)) continue;
    const read = readLine(cells, named, { locale, currency });
    const reason = typeof read === "object" && costs.has(read.sku) ? "repeated" : read;
    if (typeof reason === "string") problems.push({ line: index + 1, text: cells.join(" ").slice(0, 120), reason });
    else if (reason !== undefined) costs.set(reason.sku, reason);
  }
  return { costs: [...costs.values()], problems };
}

/** Undefined when the line says nothing about a cost. */
function readLine(
  cells: readonly string[],
  named: Columns | undefined,
  { locale, currency }: { locale: Locale; currency: string },
): CostLine | LineProblem["reason"] | undefined {
  // Without a heading a third cell may be the cents of an amount that a comma cut in two.
  if (named === undefined && cells.length !== 2) return "noAmount";
  const { sku, amount, unit } = cellsOf(cells, named ?? { sku: 0, cost: 1, currency: -1 });
  if (amount === "") return undefined;
  if (sku === "") return "noSku";
  const lineCurrency = /^[A-Z]{3}$/.test(unit) ? unit : undefined;
  const costCents = parseMoney(amount, locale, lineCurrency ?? currency);
  if (costCents === undefined) return "noAmount";
  const line = { sku, costCents, ...(lineCurrency === undefined ? {} : { currency: lineCurrency }) };
  // What the verb would refuse is told here, with the number of its line: one bad line must not hide behind the whole sheet.
  const refused = costSchema.safeParse(line).error?.issues[0];
  if (refused === undefined) return line;
  return refused.path[0] === "sku" ? "noSku" : "noAmount";
}

/** By the first line. A tab cannot be part of an amount, and where semicolons part cells, commas are decimal. */
function delimiterOf(text: string): string {
  const first = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  return ["\t", ";"].find((sign) => first.includes(sign)) ?? ",";
}

function columnsOf(cells: readonly string[]): Columns | undefined {
  const place = (names: ReadonlySet<string>) => cells.findIndex((cell) => names.has(cell.trim().toLowerCase()));
  const columns = { sku: place(headings.sku), cost: place(headings.cost), currency: place(headings.currency) };
  return columns.sku === -1 || columns.cost === -1 ? undefined : columns;
}

function cellsOf(cells: readonly string[], columns: Columns) {
  const cell = (column: number) => (cells[column] ?? "").trim();
  // Exports put an apostrophe before what a spreadsheet would run as a formula.
  const sku = cell(columns.sku).replace(/^'(?=[=+\-@])/, "");
  return { sku, amount: cell(columns.cost), unit: cell(columns.currency).toUpperCase() };
}

/** Spreadsheets of older offices still write Windows-1252; bytes that are no UTF-8 are taken for it. */
export function decodeSheet(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
