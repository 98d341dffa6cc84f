import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ReleasePreview } from "#app/domain/warehouse/waves/preview-release.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { WalkSum } from "./walk-sum.tsx";

/** What a release would make of the chosen orders. */
export function ReleasePreviewCard({ preview }: { preview: ReleasePreview }) {
  const { t } = useTranslation("waves");
  const locale = useLocale();
  const number = (value: number) => formatNumber(Math.round(value), locale);
  const { batches, unplacedZones, unmeasured, notFound } = preview;
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("previewTitle")} description={t("previewText")} />
      <CardBody className="grid gap-4">
        <p className="text-base font-semibold">
          <WalkSum metres={preview.metres} single={preview.oneByOneMetres} />
        </p>
        {unplacedZones.length === 0 ? null : (
          <InlineAlert tone="watch" title={t("unplaced", { zones: unplacedZones.join(", ") })}>
            {t("unplacedText")}
          </InlineAlert>
        )}
        <NamedOrders title={t("unmeasured")} text={t("unmeasuredText")} orders={unmeasured} />
        <NamedOrders title={t("notFound")} text={t("notFoundText")} orders={notFound} />
      </CardBody>
      <Table label={t("previewTitle")}>
        <thead>
          <tr>
            <Th>{t("batches")}</Th>
            <Th align="end">{t("walk")}</Th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch, index) => (
            <Tr key={batch.orders[0]?.id ?? index}>
              <Td>
                <span className="font-medium">{t("batch", { number: index + 1 })}</span>
                <span className="block font-mono text-sm break-words text-muted">
                  {batch.orders.map(({ orderRef }) => orderRef).join(", ")}
                </span>
              </Td>
              <Td align="end">
                {batch.metres === null ? t("metresUnknown") : t("metres", { shown: number(batch.metres) })}
                <span className="block text-sm text-muted">
                  {[
                    t("stopsCount", { count: batch.stops, shown: number(batch.stops) }),
                    ...(batch.litres === null ? [] : [t("litres", { shown: formatNumber(batch.litres, locale) })]),
                  ].join(", ")}
                </span>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function NamedOrders({ title, text, orders }: { title: string; text: string; orders: readonly { id: string; orderRef: string }[] }) {
  if (orders.length === 0) return null;
  return (
    <InlineAlert tone="watch" title={title}>
      {text} <span className="font-mono break-words">{orders.map(({ orderRef }) => orderRef).join(", ")}</span>
    </InlineAlert>
  );
}
