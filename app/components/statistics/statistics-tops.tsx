import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SiteStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const listed = ["page", "referrer", "landing", "exit", "campaign", "device", "browser", "country"] as const;

/** What is visited most, and by whom. A kind nobody was counted by is left out, but for the pages. */
export function StatisticsTops({ statistics: { top, totals } }: { statistics: SiteStatistics }) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      {listed
        .filter((kind) => kind === "page" || top[kind].length > 0)
        .map((kind) => (
          <Top key={kind} kind={kind} rows={top[kind]} visits={totals.visits} />
        ))}
    </div>
  );
}

type TopProps = { kind: (typeof listed)[number]; rows: SiteStatistics["top"]["page"]; visits: number };

function Top({ kind, rows, visits }: TopProps) {
  const { t } = useTranslation("statistics");
  const locale = useLocale();
  const nameOf = useValueName(kind);
  return (
    <Card className="overflow-clip">
      <CardHeader title={t(`kinds.${kind}`)} />
      {rows.length === 0 ? (
        <CardBody className="text-muted">{t("none")}</CardBody>
      ) : (
        <Table label={t(`kinds.${kind}`)}>
          <thead>
            <tr>
              <Th>{t(`kinds.${kind}`)}</Th>
              <Th align="end">{kind === "page" ? t("pageViews") : t("visits")}</Th>
              <Th align="end">{t("share")}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.value}>
                <Td className="break-all">{nameOf(row.value)}</Td>
                <Td align="end">{formatNumber(kind === "page" ? row.pageViews : row.visits, locale)}</Td>
                <Td align="end">{formatPercent(visits === 0 ? 0 : row.visits / visits, locale)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

/** Devices and countries are words of ours; everything else is what the browser said. */
function useValueName(kind: TopProps["kind"]): (value: string) => string {
  const { t } = useTranslation("statistics");
  const locale = useLocale();
  const countries = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
  return (value) => {
    if (kind === "device" && (value === "desktop" || value === "phone" || value === "tablet" || value === "other"))
      return t(`devices.${value}`);
    if (kind === "country" && /^[A-Z]{2}$/.test(value)) return countries.of(value) ?? value;
    return kind === "referrer" && value === "direct" ? t("direct") : value;
  };
}
