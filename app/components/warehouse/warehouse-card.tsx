import { Plus } from "lucide-react";
import { Link } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { WarehouseSummary } from "#app/domain/warehouse/list-warehouses.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** A warehouse with its zones, and what lies in each as it told last. */
export function WarehouseCard({ warehouse, onAddZone }: { warehouse: WarehouseSummary; onAddZone: (() => void) | undefined }) {
  const { t } = useTranslation("warehouse");
  const { locale } = useConsole();
  const number = (value: number) => formatNumber(value, locale);
  const title = (
    <span className="flex flex-wrap items-center gap-3">
      {warehouse.name} <CodeTag value={warehouse.code} />
    </span>
  );
  const addZone = onAddZone ? (
    <Button variant="secondary" icon={<Plus aria-hidden />} onClick={onAddZone}>
      {t("addZone")}
    </Button>
  ) : null;
  return (
    <Card className="overflow-clip">
      <CardHeader title={title} action={addZone} />
      {warehouse.zones.length === 0 ? (
        <CardBody>
          <p className="text-muted">{t("noZones")}</p>
        </CardBody>
      ) : (
        <Table label={`${warehouse.name}: ${t("zones")}`}>
          <thead>
            <tr>
              <Th>{t("zone")}</Th>
              <Th align="end" className="max-sm:hidden">
                {t("skus")}
              </Th>
              <Th align="end">{t("onHand")}</Th>
              <Th align="end">{t("reserved")}</Th>
              <Th align="end" className="max-sm:hidden">
                {t("toldAt")}
              </Th>
            </tr>
          </thead>
          <tbody>
            {warehouse.zones.map((zone) => (
              <Tr key={zone.id}>
                <Td>
                  <Link to={`/warehouse/zones/${zone.id}`} className="font-medium underline underline-offset-4">
                    {zone.name}
                  </Link>{" "}
                  <CodeTag value={zone.code} />
                </Td>
                <Td align="end" className="max-sm:hidden">
                  {number(zone.skus)}
                </Td>
                <Td align="end">{number(zone.onHand)}</Td>
                <Td align="end">{number(zone.reserved)}</Td>
                <Td align="end" className="max-sm:hidden">
                  {zone.toldAt === null ? t("never") : <RelativeTime ms={zone.toldAt} />}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
