import { Link } from "react-router";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ReturnRow } from "#app/domain/warehouse/returns/list-returns.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ReturnStanding } from "./return-standing.tsx";

export function ReturnsTable({ rows, label }: { rows: readonly ReturnRow[]; label: string }) {
  const { t } = useTranslation("returns");
  const locale = useLocale();
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("return")}</Th>
          <Th>{t("standing")}</Th>
          <Th align="end">{t("back")}</Th>
          <Th className="max-sm:hidden">{t("reason")}</Th>
          <Th className="max-sm:hidden">{t("made")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Link to={`/warehouse/returns/${row.id}`} className="font-mono underline underline-offset-4">
                {row.label}
              </Link>
              <span className="block text-sm text-muted">
                {row.orderRef === null ? t("noOrder") : [row.orderRef, row.channelName].filter(Boolean).join(" · ")}
              </span>
            </Td>
            <Td>
              <ReturnStanding state={row.state} />
            </Td>
            <Td align="end" className="whitespace-nowrap">
              {t("backOf", { arrived: formatNumber(row.arrived, locale), units: formatNumber(row.units, locale) })}
            </Td>
            <Td className="max-sm:hidden">{t(`reasons.${row.reason}`)}</Td>
            <Td className="max-sm:hidden">
              <RelativeTime ms={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
