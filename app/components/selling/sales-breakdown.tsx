import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Chart } from "#app/components/charts/chart.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SalesReport } from "#app/domain/selling/read-sales.server.ts";
import { formatDateTime, formatMoney, formatNumber } from "#app/i18n/format.ts";

type CurrencySales = SalesReport["currencies"][number];

/** A period of which nothing is known is no period in which nothing was sold. */
function hasBefore({ previous }: CurrencySales): boolean {
  return previous.orders > 0;
}

/** By day as a line with the period before as its ghost, by channel, and what sold best. */
export function SalesBreakdown({ sales }: { sales: CurrencySales }) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const money = (cents: number) => formatMoney(cents, sales.currency, locale);
  const label = (day: string) => formatDateTime(Date.parse(`${day}T12:00:00Z`), { locale, timeZone: "UTC", style: "day-month" });
  return (
    <>
      <Card>
        <CardHeader title={t("sales.byDay")} />
        <CardBody>
          <Chart
            kind="line"
            title={t("sales.byDay")}
            series={[{ key: "gmv", label: t("sales.gmv") }]}
            points={sales.days.map((day) => ({ label: label(day.day), values: { gmv: day.gmvCents } }))}
            {...(hasBefore(sales) ? { previous: sales.previousDays.map((day) => day.gmvCents) } : {})}
            formatValue={money}
          />
        </CardBody>
      </Card>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <CardHeader title={t("sales.byChannel")} />
          <ByChannel sales={sales} money={money} />
        </Card>
        <Card>
          <CardHeader title={t("sales.topProducts")} />
          <TopProducts sales={sales} money={money} />
        </Card>
      </div>
    </>
  );
}

type TableProps = { sales: CurrencySales; money: (cents: number) => string };

function ByChannel({ sales, money }: TableProps) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const isCompared = hasBefore(sales);
  return (
    <Table label={t("sales.byChannel")}>
      <thead>
        <tr>
          <Th>{t("sales.channel")}</Th>
          <Th align="end">{t("sales.orders")}</Th>
          <Th align="end">{t("sales.gmv")}</Th>
          {isCompared ? (
            <Th align="end" className="max-sm:hidden">
              {t("sales.before")}
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {sales.channels.map((channel) => (
          <Tr key={channel.id}>
            <Td>
              <Link to={`/orders?channel=${channel.id}`} className="font-medium underline underline-offset-4">
                {channel.name}
              </Link>
            </Td>
            <Td align="end">{formatNumber(channel.orders, locale)}</Td>
            <Td align="end">{money(channel.gmvCents)}</Td>
            {isCompared ? (
              <Td align="end" className="text-muted max-sm:hidden">
                {money(channel.previousGmvCents)}
              </Td>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function TopProducts({ sales, money }: TableProps) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  if (sales.products.length === 0) return <p className="p-5 text-muted">{t("sales.nothingSold")}</p>;
  return (
    <Table label={t("sales.topProducts")}>
      <thead>
        <tr>
          <Th>{t("sales.product")}</Th>
          <Th align="end">{t("sales.units")}</Th>
          <Th align="end">{t("sales.gmv")}</Th>
        </tr>
      </thead>
      <tbody>
        {sales.products.map((product) => (
          <Tr key={product.key}>
            <Td className="break-words">
              <ProductName product={product} />
              <WhereSold sales={sales} product={product} />
            </Td>
            <Td align="end">{formatNumber(product.units, locale)}</Td>
            <Td align="end">{money(product.gmvCents)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function ProductName({ product: { title, productId, listingId } }: { product: CurrencySales["products"][number] }) {
  const to = productId === null ? (listingId === null ? undefined : `/listings/${listingId}`) : `/catalogue/${productId}`;
  if (to === undefined) return title;
  return (
    <Link to={to} className="font-medium underline underline-offset-4">
      {title}
    </Link>
  );
}

/** What is linked to no product is told apart by its channel. */
function WhereSold({ sales, product: { key, productId } }: { sales: CurrencySales; product: CurrencySales["products"][number] }) {
  const channel = sales.channels.find(({ id }) => key.startsWith(`${id}/`));
  return productId !== null || channel === undefined ? null : <span className="block text-sm text-muted">{channel.name}</span>;
}
