import type { MetricColumn } from "#app/domain/metrics/result.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What stands above a column. */
export function useColumnNames(): (column: MetricColumn) => string {
  const { t } = useTranslation("answers");
  return (column) => {
    switch (column.kind) {
      case "dimension":
        return column.dimension;
      case "time":
        return t(`grains.${column.grain}`);
      case "value":
        return column.key === "compared" ? t("columns.compared") : column.metric;
      case "change":
        return t("columns.change");
      case "currency":
        return t("columns.currency");
      default:
        return column satisfies never;
    }
  };
}
