import type { MetricColumn, MetricRow } from "../../metrics/result.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { valueWord } from "../../metrics/words/words.ts";
import { formatChange, formatFigure } from "./format-figure.ts";
import { formatBucket } from "./format-wall-time.ts";

export function isFigure({ kind }: MetricColumn): boolean {
  return kind === "value" || kind === "change";
}

/** What stands in one cell; undefined where there is nothing to say. */
export function cellText(row: MetricRow, column: MetricColumn, locale: Locale): string | undefined {
  const value = row[column.key] ?? null;
  if (value === null) return undefined;
  switch (column.kind) {
    case "value": {
      const currency = typeof row["currency"] === "string" ? row["currency"] : column.currency;
      return typeof value === "number" ? formatFigure(value, { unit: column.unit, currency }, locale) : value;
    }
    case "change":
      return typeof value === "number" ? formatChange(value, locale) : value;
    case "time":
      return formatBucket(String(value), column.grain, locale);
    case "dimension":
      // Values that are ours have a word in each language; names of things are what they are.
      return valueWord(locale, column.dimension, String(row[`${column.key}Id`] ?? value)) ?? String(value);
    case "currency":
      return String(value);
    default:
      return column satisfies never;
  }
}
