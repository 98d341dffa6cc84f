import { Link } from "react-router";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { FulfilmentRow } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FulfilmentStanding } from "./fulfilment-standing.tsx";
import { WaveLink } from "./wave-link.tsx";

export function FulfilmentTable({ rows, label }: { rows: readonly FulfilmentRow[]; label: string }) {
  const { t } = useTranslation("fulfilment");
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t("order")}</Th>
          <Th>{t("standing")}</Th>
          <Th className="max-sm:hidden">{t("wave")}</Th>
          <Th className="max-sm:hidden">{t("shipBy")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <Link to={`/warehouse/orders/${row.id}`} className="font-mono underline underline-offset-4">
                {row.orderRef}
              </Link>
              <span className="block text-sm text-muted">{row.channelName}</span>
            </Td>
            <Td>
              <FulfilmentStanding row={row} />
            </Td>
            <Td className="max-sm:hidden">
              <WaveLink waveId={row.waveId} wave={row.wave} />
            </Td>
            <Td className="max-sm:hidden">{row.shippedAt === null ? <ShipBy ms={row.shipBy} /> : <RelativeTime ms={row.shippedAt} />}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function ShipBy({ ms }: { ms: number | null }) {
  const { t } = useTranslation("fulfilment");
  return ms === null ? t("noDate") : <RelativeTime ms={ms} />;
}
