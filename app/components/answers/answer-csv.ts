import type { MetricColumn, MetricRow } from "#app/domain/metrics/result.ts";
import { toCsvRow } from "#app/platform/csv.ts";

/** The rows as a spreadsheet takes them: numbers as they are counted, names that run no formula. */
export function answerCsv(columns: readonly MetricColumn[], rows: readonly MetricRow[], nameOf: (column: MetricColumn) => string): string {
  return [toCsvRow(columns.map(nameOf)), ...rows.map((row) => toCsvRow(columns.map(({ key }) => row[key] ?? null)))].join("\r\n");
}
