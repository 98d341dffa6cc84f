import type { Answered } from "#app/domain/metrics/answer.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { AnswerChart } from "./answer-chart.tsx";
import { AnswerTable } from "./answer-table.tsx";
import { FoundList } from "./found-list.tsx";
import { WhyView } from "./why-view.tsx";

type Shown = Pick<Answered, "chart" | "columns" | "rows" | "explanation" | "found" | "result">;

/** What an answer rests on: a drawing or a table, what moved a number, or what was found. */
export function AnswerBody({ title, answer }: { title: string; answer: Shown }) {
  const { t } = useTranslation("answers");
  const { columns, rows, chart, explanation, found, result } = answer;
  const table = <AnswerTable label={title} columns={columns} rows={rows} totals={result?.totals ?? []} />;
  const isEmpty = rows.length === 0 && explanation === null && found.length === 0;
  return (
    <>
      {explanation === null ? null : <WhyView explanation={explanation} />}
      {rows.length === 0 ? null : <AnswerChart title={title} spec={chart} columns={columns} rows={rows} table={table} />}
      {found.length === 0 ? null : <FoundList label={t("found")} found={found} />}
      {result?.isCut === true ? <p className="text-sm text-muted">{t("table.cut", { count: rows.length })}</p> : null}
      {isEmpty ? <p className="text-muted">{t("table.empty")}</p> : null}
    </>
  );
}
