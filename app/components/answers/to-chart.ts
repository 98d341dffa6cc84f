import type { ChartPoint, ChartSeries } from "#app/components/charts/chart-types.ts";
import { cellText } from "#app/domain/artifacts/reading/cell-text.ts";
import type { ChartSpec } from "#app/domain/metrics/answer.ts";
import type { MetricColumn, MetricRow } from "#app/domain/metrics/result.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { plainLabel } from "./plain-label.ts";

/** More lines than these nobody can tell apart; the table has them all. */
const mostSeries = 6;
const mostBars = 15;
const seriesLabelSigns = 16;

type Rows = { columns: readonly MetricColumn[]; rows: readonly MetricRow[] };
export type ValueColumn = Extract<MetricColumn, { kind: "value" }>;

type RankedBar = { key: string; label: string; value: number; compared: number | null };

/** What is drawn, worked out of rows and a drawing's description; nothing of it is run. */
export type Drawing =
  | { type: "number"; column: ValueColumn; rows: MetricRow[] }
  | { type: "ranked"; column: ValueColumn; bars: RankedBar[]; left: number; currency: string | null; leftCurrencies: string[] }
  | {
      type: "series";
      kind: "line" | "bar" | "stacked";
      column: ValueColumn;
      series: ChartSeries[];
      points: ChartPoint[];
      previous: number[] | undefined;
      left: number;
      currency: string | null;
      leftCurrencies: string[];
    };

/** Undefined where a description does not fit the rows: the table is shown then. */
export function toDrawing(spec: ChartSpec | null, { columns, rows }: Rows, locale: Locale): Drawing | undefined {
  const column = columns.find((one): one is ValueColumn => one.kind === "value" && one.key === "value");
  if (spec === null || column === undefined || rows.length === 0) return undefined;
  if (spec.type === "number") return { type: "number", column, rows: rows.slice(0, mostSeries) };
  const x = columns.find(({ key }) => key === spec.x);
  if (x === undefined) return undefined;
  const { currency, leftCurrencies, ofOne } = oneCurrency(rows, column);
  const of = { column, currency, leftCurrencies };
  const labelOf = (row: MetricRow, by: MetricColumn) => plainLabel(cellText(row, by, locale) ?? "—");
  const seriesColumn = columns.find(({ key }) => key === spec.series);
  // A single day is no line: its number says all of it.
  if (x.kind === "time" && seriesColumn === undefined && rows.length === 1) return { type: "number", column, rows: [...rows] };
  if (spec.type === "bar" && x.kind !== "time" && seriesColumn === undefined) {
    const bars = ofOne.flatMap((row, index) => {
      const [value, compared] = [numberOf(row["value"]), numberOf(row["compared"])];
      return value === null ? [] : [{ key: String(index), label: labelOf(row, x), value, compared }];
    });
    return { ...of, type: "ranked", bars: bars.slice(0, mostBars), left: Math.max(0, bars.length - mostBars) };
  }
  const kind = spec.type === "bar" && seriesColumn !== undefined ? "stacked" : spec.type;
  if (seriesColumn === undefined) {
    const points = ofOne.map((row) => ({ label: labelOf(row, x), values: valuesOf("value", numberOf(row["value"])) }));
    const isCompared = spec.y.includes("compared") && columns.some(({ key }) => key === "compared");
    const previous = isCompared ? ofOne.map((row) => numberOf(row["compared"]) ?? 0) : undefined;
    return { ...of, type: "series", kind, series: [{ key: "value", label: "" }], points, previous, left: 0 };
  }
  return { ...of, type: "series", kind, ...bySeries(ofOne, x, seriesColumn, labelOf), previous: undefined };
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function valuesOf(key: string, value: number | null): Record<string, number> {
  return value === null ? {} : { [key]: value };
}

/** Money of several currencies has no common axis: the one with the most rows is drawn. */
function oneCurrency(rows: readonly MetricRow[], column: ValueColumn) {
  const counts = new Map<string, number>();
  for (const { currency } of rows) if (typeof currency === "string") counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [first, ...others] = [...counts].toSorted(([, a], [, b]) => b - a).map(([currency]) => currency);
  if (first === undefined) return { currency: column.currency, leftCurrencies: [], ofOne: rows };
  return { currency: first, leftCurrencies: others, ofOne: rows.filter(({ currency }) => currency === first) };
}

function bySeries(
  rows: readonly MetricRow[],
  x: MetricColumn,
  seriesColumn: MetricColumn,
  labelOf: (row: MetricRow, by: MetricColumn) => string,
) {
  const sums = new Map<string, number>();
  const labels = new Map<string, string>();
  const keyOf = (row: MetricRow, by: MetricColumn) => String(row[`${by.key}Id`] ?? row[by.key] ?? "");
  const points = new Map<string, { label: string; values: Record<string, number> }>();
  for (const row of rows) {
    const [name, value] = [keyOf(row, seriesColumn), numberOf(row["value"])];
    sums.set(name, (sums.get(name) ?? 0) + Math.abs(value ?? 0));
    labels.set(name, plainLabel(labelOf(row, seriesColumn), seriesLabelSigns));
    const point = points.get(keyOf(row, x)) ?? { label: labelOf(row, x), values: {} };
    points.set(keyOf(row, x), point);
    if (value !== null) point.values[`s:${name}`] = value;
  }
  const ranked = [...sums].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  return {
    series: ranked.slice(0, mostSeries).map((name) => ({ key: `s:${name}`, label: labels.get(name) ?? name })),
    points: [...points.values()],
    left: Math.max(0, ranked.length - mostSeries),
  };
}
