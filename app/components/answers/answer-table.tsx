import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { MetricColumn, MetricRow, MetricTotal } from "#app/domain/metrics/result.ts";
import { cellText, isFigure } from "#app/domain/artifacts/reading/cell-text.ts";
import { totalCells } from "#app/domain/artifacts/reading/report-table.ts";
import { useColumnNames } from "./use-column-names.ts";

type AnswerTableProps = {
  label: string;
  columns: readonly MetricColumn[];
  rows: readonly MetricRow[];
  totals?: readonly MetricTotal[];
};

const noTotals: readonly MetricTotal[] = [];

/** A few rows more than these are shown at once: nobody should have to ask for the last two. */
const foldedRows = 10;
const mostUnfolded = 15;

/** The rows of an answer, the first ones of many. What comes from data is text and nothing else, isolated so that its direction turns nothing around it. */
export function AnswerTable({ label, columns, rows, totals = noTotals }: AnswerTableProps) {
  const { t } = useTranslation("answers");
  const locale = useLocale();
  const nameOf = useColumnNames();
  const [isOpen, setOpen] = useState(false);
  const isSummed = totals.length > 0 && rows.length > 1;
  const isFolded = rows.length > mostUnfolded && !isOpen;
  const shown = isFolded ? rows.slice(0, foldedRows) : rows;
  const whole = (
    <Table label={label} className="text-sm">
      <thead>
        <tr>
          {columns.map((column) => (
            <Th key={column.key} align={isFigure(column) ? "end" : "start"}>
              {nameOf(column)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows of an answer have no id of their own and never move.
          <Tr key={index}>
            {columns.map((column) => (
              <Td
                key={column.key}
                align={isFigure(column) ? "end" : "start"}
                className={isFigure(column) ? undefined : "max-w-80 wrap-anywhere"}
              >
                <bdi>{cellText(row, column, locale) ?? t("table.none")}</bdi>
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
      {isSummed ? (
        <tfoot>
          {totals.map((total) => {
            const cells = totalCells(total, columns, locale, { total: t("table.total") });
            return (
              <tr key={total.currency ?? ""} className="font-semibold">
                {columns.map((column, index) => (
                  <td
                    key={column.key}
                    className={cn(
                      "border-t border-line-strong px-3 py-2 first:pl-5 last:pr-5",
                      isFigure(column) && "text-right whitespace-nowrap",
                    )}
                  >
                    {cells[index]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tfoot>
      ) : null}
    </Table>
  );
  if (!isFolded) return whole;
  return (
    <div className="grid min-w-0 justify-items-start gap-2">
      <div className="w-full min-w-0">{whole}</div>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        {t("table.all", { count: rows.length })}
      </Button>
    </div>
  );
}
