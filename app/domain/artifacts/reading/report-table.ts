import type { Locale } from "#app/i18n/locales.ts";
import type { MetricColumn, MetricResult, MetricTotal } from "../../metrics/result.ts";
import { cellText, isFigure } from "./cell-text.ts";
import { columnName } from "./column-name.ts";

export type TableTexts = { compared: string; change: string; currency: string; total: string; none: string };
export type ReportTable = { columns: { label: string; isFigure: boolean }[]; rows: string[][]; totals: string[][] };

type Shown = Pick<MetricResult, "columns" | "rows" | "totals">;

/** The rows of an answer as text, the way every surface writes them. */
export function reportTable({ columns, rows, totals }: Shown, locale: Locale, texts: TableTexts, mostRows = rows.length): ReportTable {
  return {
    columns: columns.map((column) => ({ label: columnName(column, locale, texts), isFigure: isFigure(column) })),
    rows: rows.slice(0, mostRows).map((row) => columns.map((column) => cellText(row, column, locale) ?? texts.none)),
    totals: rows.length > 1 ? totals.map((total) => totalCells(total, columns, locale, texts)) : [],
  };
}

/** The line below a table; its first cell says what it is where no figure stands there. */
export function totalCells(
  { currency, value, compared }: MetricTotal,
  columns: readonly MetricColumn[],
  locale: Locale,
  { total }: Pick<TableTexts, "total">,
): string[] {
  const change = value === null || compared === null || compared === 0 ? null : (value - compared) / Math.abs(compared);
  return columns.map((column, index) => {
    if (isFigure(column) || column.kind === "currency") return cellText({ value, compared, change, currency }, column, locale) ?? "";
    return index === 0 ? total : "";
  });
}
