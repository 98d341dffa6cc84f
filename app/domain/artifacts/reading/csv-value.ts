import type { MetricColumn, MetricRow } from "../../metrics/result.ts";

const microsPerDollar = 1_000_000;
const usualDigits = 2;
/** A share to a hundredth of a percent; all else that is not whole as far as people read it. */
const shareDigits = 4;
const otherDigits = 2;

/** As a spreadsheet reckons with it: money in whole units of its currency, all else as it is counted, without a tail of digits nobody reads. */
export function csvValue(row: MetricRow, column: MetricColumn): string | number | null {
  const value = row[column.key] ?? null;
  if (typeof value !== "number") return value;
  if (column.kind === "change") return rounded(value, shareDigits);
  if (column.kind !== "value") return value;
  if (column.unit === "micro-usd") return value / microsPerDollar;
  if (column.unit !== "money") return rounded(value, column.unit === "ratio" ? shareDigits : otherDigits);
  const currency = typeof row["currency"] === "string" ? row["currency"] : column.currency;
  return value / 10 ** digitsOf(currency);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function digitsOf(currency: string | null): number {
  if (currency === null) return usualDigits;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? usualDigits;
}
