import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { FulfilmentDetail } from "#app/domain/warehouse/fulfil/read-fulfilment.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What goes into the parcel, and where it was set aside. */
export function FulfilmentLines({ fulfilment: { lines } }: { fulfilment: FulfilmentDetail }) {
  const { t } = useTranslation("fulfilment");
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("lines")} />
      <Table label={t("lines")}>
        <thead>
          <tr>
            <Th>{t("line")}</Th>
            <Th align="end">{t("quantity")}</Th>
            <Th>{t("where")}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Tr key={line.id}>
              <Td>
                {line.title} {line.sku === null ? null : <CodeTag value={line.sku} />}
              </Td>
              <Td align="end">{number(line.quantity)}</Td>
              <Td>
                {line.places.length === 0 ? <span className="text-muted">{t("nowhere")}</span> : null}
                <ul>
                  {line.places.map(({ zone, qty, picked }) => (
                    <li key={zone}>{t("place", { zone, count: qty, shown: number(qty), picked: number(picked) })}</li>
                  ))}
                </ul>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
