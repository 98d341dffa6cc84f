import { Chart } from "#app/components/charts/chart.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { HourFigures } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type FloorChartProps = { hours: readonly HourFigures[]; /** The reader's own without it. */ timeZone?: string };

/** Lines and tasks by the hour. */
export function FloorChart({ hours, timeZone }: FloorChartProps) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  const clock = usePageClock();
  const isQuiet = hours.every(({ pickedLines, doneTasks }) => pickedLines + doneTasks === 0);
  // Over more than a day an hour alone would name several points.
  const style = hours.length > 24 ? "datetime" : "time";
  const points = hours.map(({ hourMs, pickedLines, doneTasks }) => ({
    label: formatDateTime(hourMs, { locale, timeZone: timeZone ?? clock.timeZone, style }),
    values: { lines: pickedLines, tasks: doneTasks },
  }));
  const series = [
    { key: "lines", label: t("chart.lines") },
    { key: "tasks", label: t("chart.tasks") },
  ];
  return (
    <Card>
      <CardHeader title={t("chart.title")} />
      <CardBody>
        {isQuiet ? (
          <p className="text-muted">{t("chart.empty")}</p>
        ) : (
          <Chart kind="bar" title={t("chart.title")} series={series} points={points} />
        )}
      </CardBody>
    </Card>
  );
}
