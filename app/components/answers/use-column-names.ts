import { useLocale } from "#app/components/ui/use-locale.ts";
import { columnName } from "#app/domain/artifacts/reading/column-name.ts";
import type { MetricColumn } from "#app/domain/metrics/result.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What stands above a column. */
export function useColumnNames(): (column: MetricColumn) => string {
  const { t } = useTranslation("answers");
  const locale = useLocale();
  return (column) =>
    columnName(column, locale, { compared: t("columns.compared"), change: t("columns.change"), currency: t("columns.currency") });
}
