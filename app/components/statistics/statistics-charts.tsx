import { Chart } from "#app/components/charts/chart.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SiteStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** When people come: by day of the period, and by hour of the day. */
export function StatisticsCharts({ statistics: { days, top } }: { statistics: SiteStatistics }) {
  const { t } = useTranslation("statistics");
  const locale = useLocale();
  const dayLabel = (day: string) => formatDateTime(Date.parse(`${day}T12:00:00Z`), { locale, timeZone: "UTC", style: "day-month" });
  const series = [{ key: "visits", label: t("visitsSeries") }];
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[2fr_1fr]">
      <Card>
        <CardHeader title={t("perDay")} />
        <CardBody>
          <Chart
            kind="bar"
            title={t("perDay")}
            series={series}
            points={days.map(({ day, visits }) => ({ label: dayLabel(day), values: { visits } }))}
          />
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("perHour")} />
        <CardBody>
          <Chart
            kind="bar"
            title={t("perHour")}
            series={series}
            points={top.hour.map(({ value, visits }) => ({ label: value, values: { visits } }))}
          />
        </CardBody>
      </Card>
    </div>
  );
}
