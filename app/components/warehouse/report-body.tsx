import { StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { DateTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { FloorReport } from "#app/domain/warehouse/monitoring/report.ts";
import { formatDateTime, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FloorChart } from "./floor-chart.tsx";
import { PeopleTable } from "./floor-tables.tsx";

/** A day of the floor, as it was kept. Its hours are those of the zone it was made in. */
export function ReportBody({ report }: { report: FloorReport }) {
  const { t } = useTranslation("monitoring");
  const silent = report.zones.filter(({ hasAnswered }) => !hasAnswered);
  return (
    <>
      {silent.length === 0 ? null : (
        <InlineAlert tone="watch" title={t("reports.silentZones", { names: silent.map(({ name }) => name).join(", ") })} />
      )}
      <ReportFigures report={report} />
      <FloorChart hours={report.hours} timeZone={report.timeZone} />
      <PeopleTable people={report.people} />
      <StockTable report={report} />
      <AlertsOfDay report={report} />
    </>
  );
}

function ReportFigures({ report: { total } }: { report: FloorReport }) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const share = (some: number, all: number) => t("tiles.of", { some: number(some), all: number(all) });
  return (
    <section aria-label={t("tiles.label")} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Figure label={t("tiles.lines")} value={number(total.pickedLines)} period={t("tiles.units", { units: number(total.pickedUnits) })} />
      <Figure label={t("tiles.tasks")} value={number(total.doneTasks)} />
      <Figure
        label={t("tiles.shorts")}
        value={total.picks === 0 ? "–" : formatPercent(total.shortPicks / total.picks, locale)}
        period={share(total.shortPicks, total.picks)}
      />
      <Figure
        label={t("tiles.accuracy")}
        value={total.accuracy === null ? "–" : formatPercent(total.accuracy, locale, 2)}
        period={total.accuracy === null ? t("tiles.noCounts") : share(total.countedLines - total.wrongLines, total.countedLines)}
      />
    </section>
  );
}

function StockTable({ report: { zones, madeAt, timeZone } }: { report: FloorReport }) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("reports.stock")} description={t("reports.stockText", { when: formatDateTime(madeAt, { locale, timeZone }) })} />
      <Table label={t("reports.stock")}>
        <thead>
          <tr>
            <Th>{t("zones.zone")}</Th>
            <Th align="end">{t("reports.onHand")}</Th>
            <Th align="end">{t("reports.reserved")}</Th>
            <Th align="end" className="max-sm:hidden">
              {t("reports.onHold")}
            </Th>
            <Th align="end" className="max-sm:hidden">
              {t("reports.damaged")}
            </Th>
            <Th align="end" className="max-lg:hidden">
              {t("reports.skus")}
            </Th>
            <Th align="end">{t("reports.drift")}</Th>
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <Tr key={zone.id}>
              <Td>
                {zone.name}
                <span className="block text-sm text-faint">{zone.warehouse}</span>
              </Td>
              <Td align="end">{number(zone.onHand)}</Td>
              <Td align="end">{number(zone.reserved)}</Td>
              <Td align="end" className="max-sm:hidden">
                {number(zone.onHold)}
              </Td>
              <Td align="end" className="max-sm:hidden">
                {number(zone.damaged)}
              </Td>
              <Td align="end" className="max-lg:hidden">
                {number(zone.skus)}
              </Td>
              <Td align="end">{zone.drift === null ? "–" : number(zone.drift)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function AlertsOfDay({ report: { alerts, zones } }: { report: FloorReport }) {
  const { t } = useTranslation("monitoring");
  const names = new Map(zones.map(({ id, name }) => [id, name]));
  return (
    <Card>
      <CardHeader title={t("reports.alertsOfDay")} />
      {alerts.length === 0 ? (
        <CardBody>
          <p className="text-muted">{t("reports.noAlerts")}</p>
        </CardBody>
      ) : (
        <ul aria-label={t("reports.alertsOfDay")}>
          {alerts.map((alert) => (
            <li
              key={`${alert.kind} ${alert.zoneId} ${alert.openedAt}`}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-5 py-3 last:border-b-0"
            >
              <StateBadge tone={alert.severity}>{t(`alerts.severities.${alert.severity}`)}</StateBadge>
              <span className="font-semibold">{t(`kinds.${alert.kind}.title`)}</span>
              <span>{names.get(alert.zoneId) ?? alert.zoneId}</span>
              <span className="text-sm text-faint">
                <DateTime ms={alert.openedAt} />
                {alert.resolvedAt === null ? null : (
                  <>
                    {" – "}
                    <DateTime ms={alert.resolvedAt} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
