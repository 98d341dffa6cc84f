import { Link } from "react-router";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import type { FulfilmentRow } from "#app/domain/warehouse/fulfil/list-fulfilments.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { FulfilmentStanding } from "./fulfilment-standing.tsx";
import { WaveLink } from "./wave-link.tsx";

/** How far an order is in the house, and the way to where it is worked on. */
export function InHouse({ rows }: { rows: readonly FulfilmentRow[] }) {
  const { t } = useTranslation("fulfilment");
  const alive = rows.filter(({ state }) => state !== "cancelled");
  if (alive.length === 0) return null;
  return (
    <Card>
      {alive.map((row) => (
        <CardBody key={row.id} className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <Link to={`/warehouse/orders/${row.id}`} className="font-semibold underline underline-offset-4">
            {t("inHouse")}
          </Link>
          <FulfilmentStanding row={row} />
          <WaveLink waveId={row.waveId} wave={row.wave} />
        </CardBody>
      ))}
    </Card>
  );
}
