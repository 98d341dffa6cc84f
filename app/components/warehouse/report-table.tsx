import { Link } from "react-router";
import { LinkButton } from "#app/components/ui/button.tsx";
import { formatIsoDay } from "#app/components/ui/iso-day.ts";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ReportEntry } from "#app/domain/warehouse/list-reports.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Days that can be read again, or taken along. */
export function ReportTable({ reports }: { reports: readonly ReportEntry[] }) {
  const { t } = useTranslation("monitoring");
  const locale = useLocale();
  return (
    <Table label={t("reports.title")}>
      <thead>
        <tr>
          <Th>{t("reports.day")}</Th>
          <Th className="max-sm:hidden">{t("reports.made")}</Th>
          <Th align="end">{t("reports.take")}</Th>
        </tr>
      </thead>
      <tbody>
        {reports.map(({ id, day, createdAt }) => (
          <Tr key={id}>
            <Td>
              <Link to={`/warehouse/reports?${new URLSearchParams({ id })}`} className="font-medium underline underline-offset-4">
                {formatIsoDay(day, locale)}
              </Link>
            </Td>
            <Td className="max-sm:hidden">
              <RelativeTime ms={createdAt} />
            </Td>
            <Td align="end">
              <LinkButton
                size="sm"
                variant="ghost"
                to={`/warehouse/reports/${id}/file?as=csv`}
                reloadDocument
                aria-label={t("reports.csvLabel", { day: formatIsoDay(day, locale) })}
              >
                {t("reports.csv")}
              </LinkButton>
              <LinkButton
                size="sm"
                variant="ghost"
                to={`/warehouse/reports/${id}/file`}
                reloadDocument
                aria-label={t("reports.jsonLabel", { day: formatIsoDay(day, locale) })}
              >
                {t("reports.json")}
              </LinkButton>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
