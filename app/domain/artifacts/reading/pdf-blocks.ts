import type { Locale } from "#app/i18n/locales.ts";
import type { PdfBlock } from "#app/platform/pdf/write-pdf.ts";
import type { ChartSpec } from "../../metrics/answer.ts";
import type { MetricColumn, MetricResult } from "../../metrics/result.ts";
import { wordsOf } from "../../metrics/words/words.ts";
import type { SectionAnswer } from "../section-answer.ts";
import { cellText } from "./cell-text.ts";
import { formatFigure } from "./format-figure.ts";
import { reportTable, type TableTexts } from "./report-table.ts";

const mostBars = 12;
const mostLines = 4;
const mostRows = 500;

type ValueColumn = Extract<MetricColumn, { kind: "value" }>;

/** An answer on paper: its drawing, and its rows. */
export function pdfBlocks(answer: SectionAnswer, note: string, locale: Locale, texts: TableTexts): PdfBlock[] {
  const head: PdfBlock[] = [
    { type: "heading", text: answer.title },
    { type: "note", text: `${wordsOf(locale).metrics[answer.query.metric].name} · ${note}` },
  ];
  if (answer.state !== "answered" || answer.result.rows.length === 0) return head;
  const { columns, rows, totals } = reportTable(answer.result, locale, texts, mostRows);
  const aligned = columns.map(({ label, isFigure }) => ({ label, align: isFigure ? ("end" as const) : ("start" as const) }));
  return [...head, ...drawing(answer.result, answer.chart, locale), { type: "table", columns: aligned, rows, totals }];
}

/** Money of several currencies has no common axis: its table says it all. */
function drawing(result: MetricResult, chart: ChartSpec | null, locale: Locale): PdfBlock[] {
  const { columns, rows } = result;
  const value = columns.find((one): one is ValueColumn => one.kind === "value" && one.key === "value");
  const x = columns.find(({ key }) => key === chart?.x);
  if (value === undefined || x === undefined || columns.some(({ kind }) => kind === "currency")) return [];
  const write = (number: number) => formatFigure(number, { unit: value.unit, currency: value.currency }, locale);
  if (chart?.type === "line") return [lines(result, { x, series: columns.find(({ key }) => key === chart.series), locale, write })];
  if (chart?.type !== "bar" || x.kind === "time") return [];
  const bars = rows.slice(0, mostBars).flatMap((row) => {
    const number = row["value"];
    return typeof number === "number" ? [{ label: cellText(row, x, locale) ?? "", text: write(number), value: number }] : [];
  });
  return bars.length > 1 ? [{ type: "bars", bars }] : [];
}

type Axes = { x: MetricColumn; series: MetricColumn | undefined; locale: Locale; write: (value: number) => string };

function lines({ rows }: MetricResult, { x, series, locale, write }: Axes): PdfBlock {
  const labels = [...new Set(rows.map((row) => cellText(row, x, locale) ?? ""))];
  const byName = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const name = series === undefined ? "" : (cellText(row, series, locale) ?? "");
    const values = byName.get(name) ?? new Map<string, number>();
    byName.set(name, values);
    if (typeof row["value"] === "number") values.set(cellText(row, x, locale) ?? "", row["value"]);
  }
  const sum = (values: Map<string, number>) => [...values.values()].reduce((all, one) => all + Math.abs(one), 0);
  const ranked = [...byName].toSorted(([, a], [, b]) => sum(b) - sum(a)).slice(0, mostLines);
  return {
    type: "lines",
    labels,
    series: ranked.map(([label, values]) => ({ label, values: labels.map((one) => values.get(one) ?? null) })),
    write,
  };
}
