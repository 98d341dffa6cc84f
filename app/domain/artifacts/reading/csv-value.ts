import type { MetricColumn, MetricRow } from "../../metrics/result.ts";

const microsPerDollar = 1_000_000;
const usualDigits = 2;

/** As a spreadsheet reckons with it: money in whole units of its currency, all else as it is counted. */
export function csvValue(row: MetricRow, column: MetricColumn): string | number | null {
  const value = row[column.key] ?? null;
  if (column.kind !== "value" || typeof value !== "number") return value;
  if (column.unit === "micro-usd") return value / microsPerDollar;
  if (column.unit !== "money") return value;
  const currency = typeof row["currency"] === "string" ? row["currency"] : column.currency;
  return value / 10 ** digitsOf(currency);
}

function digitsOf(currency: string | null): number {
  if (currency === null) return usualDigits;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? usualDigits;
}
