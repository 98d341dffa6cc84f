import { Link } from "react-router";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { WaveRow } from "#app/domain/warehouse/waves/list-waves.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { PickedBar } from "./picked-bar.tsx";

export function WaveTable({ rows }: { rows: readonly WaveRow[] }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Table label={t("list")}>
      <thead>
        <tr>
          <Th>{t("wave")}</Th>
          <Th>{t("picked")}</Th>
          <Th className="max-sm:hidden">{t("how")}</Th>
          <Th className="max-md:hidden">{t("released")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Link to={`/warehouse/waves/${row.id}`} className="font-medium underline underline-offset-4">
                {t("waveTitle", { number: row.number })}
              </Link>
              <span className="block text-sm text-muted">
                {row.warehouseName}, {t("ordersCount", { count: row.orders, shown: number(row.orders) })}
                {row.cancelled === 0 ? null : `, ${t("takenBack", { count: row.cancelled, shown: number(row.cancelled) })}`}
              </span>
            </Td>
            <Td>
              <PickedBar units={row.units} picked={row.picked} />
            </Td>
            <Td className="max-sm:hidden">
              {row.batching === null ? t("unplanned") : t("batchesCount", { count: row.batches, shown: number(row.batches) })}
              {row.metres === null ? null : (
                <span className="block text-sm text-muted">{t("metres", { shown: number(Math.round(row.metres)) })}</span>
              )}
            </Td>
            <Td className="max-md:hidden">
              <RelativeTime ms={row.createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
