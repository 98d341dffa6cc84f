import type { ReactNode } from "react";
import { Chart } from "#app/components/charts/chart.tsx";
import { ChartFigure } from "#app/components/charts/chart-figure.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatChange, formatFigure } from "#app/domain/artifacts/reading/format-figure.ts";
import type { ChartSpec } from "#app/domain/metrics/answer.ts";
import type { MetricColumn, MetricRow } from "#app/domain/metrics/result.ts";
import { wordsOf } from "#app/domain/metrics/words/words.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { RankedBars } from "./ranked-bars.tsx";
import { type Drawing, toDrawing } from "./to-chart.ts";

type AnswerChartProps = {
  title: string;
  spec: ChartSpec | null;
  columns: readonly MetricColumn[];
  rows: readonly MetricRow[];
  /** The same rows, one key away. */
  table: ReactNode;
};

/** Draws what a description asks for; where it does not fit the rows, the table is all there is. */
export function AnswerChart({ title, spec, columns, rows, table }: AnswerChartProps) {
  const locale = useLocale();
  const drawing = toDrawing(spec, { columns, rows }, locale);
  if (drawing === undefined) return table;
  if (drawing.type === "number") return <BigNumbers {...drawing} />;
  const { unit } = drawing.column;
  const format = (value: number) => formatFigure(value, { unit, currency: drawing.currency }, locale);
  return (
    <div className="grid min-w-0 gap-1">
      {drawing.type === "ranked" ? (
        <ChartFigure title={title} table={table} caption={<CurrencyNote drawing={drawing} />}>
          <RankedBars label={title} bars={drawing.bars} format={format} />
        </ChartFigure>
      ) : (
        <Chart
          kind={drawing.kind}
          title={title}
          series={drawing.series.map((one) => (one.label === "" ? { ...one, label: nameOf(drawing, locale) } : one))}
          points={drawing.points}
          {...(drawing.previous === undefined ? {} : { previous: drawing.previous })}
          formatValue={format}
          table={table}
        />
      )}
      <LeftOut drawing={drawing} />
    </div>
  );
}

function nameOf(drawing: Drawing, locale: Parameters<typeof wordsOf>[0]): string {
  return wordsOf(locale).metrics[drawing.column.metric].name;
}

/** Which currency is drawn, where there is more than one. */
function CurrencyNote({ drawing }: { drawing: Exclude<Drawing, { type: "number" }> }) {
  const { t } = useTranslation("answers");
  if (drawing.leftCurrencies.length === 0) return null;
  return <span className="text-sm">{t("chart.currency", { currency: drawing.currency, others: drawing.leftCurrencies.join(", ") })}</span>;
}

function LeftOut({ drawing }: { drawing: Exclude<Drawing, { type: "number" }> }) {
  const { t } = useTranslation("answers");
  if (drawing.left === 0) return null;
  return <p className="text-sm text-muted">{t("chart.left", { count: drawing.left })}</p>;
}

/** One number, or one a currency, with what it was before. */
function BigNumbers({ column, rows }: Extract<Drawing, { type: "number" }>) {
  const { t } = useTranslation("answers");
  const locale = useLocale();
  return (
    <ul className="flex flex-wrap gap-x-10 gap-y-3">
      {rows.map((row, index) => {
        const currency = typeof row["currency"] === "string" ? row["currency"] : column.currency;
        const write = (value: number) => formatFigure(value, { unit: column.unit, currency }, locale);
        const { value, compared, change } = row;
        return (
          // oxlint-disable-next-line react/no-array-index-key -- rows of an answer have no id of their own and never move.
          <li key={index}>
            <p className="text-2xl font-semibold tracking-tight">{typeof value === "number" ? write(value) : t("table.none")}</p>
            {typeof compared === "number" ? (
              <p className="text-sm text-muted">
                {typeof change === "number" ? (
                  <strong className="mr-2 font-semibold text-ink">{formatChange(change, locale)}</strong>
                ) : null}
                {t("chart.before", { value: write(compared) })}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
