import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DataTableColumn } from "#app/components/ui/data-table/types.ts";
import { DateTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ChannelName } from "#app/domain/orders/list-channel-names.server.ts";
import type { OrderSummary } from "#app/domain/orders/list-orders.server.ts";
import { formatMoney } from "#app/i18n/format.ts";
import { OrderStateBadge } from "./order-state.tsx";
import { ParcelHint } from "./parcel-hint.tsx";

export function useOrderColumns(channels: readonly ChannelName[]): DataTableColumn<OrderSummary>[] {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  const channelName = (row: OrderSummary) => channels.find((channel) => channel.id === row.channelId)?.name ?? row.channelId;
  const money = (row: OrderSummary, cents: number | null) =>
    cents === null ? <span className="text-muted italic">{t("unknown")}</span> : formatMoney(cents, row.currency, locale);
  const time = (ms: number | null) => (ms === null ? null : <DateTime ms={ms} className="md:whitespace-nowrap" />);
  return [
    {
      id: "order",
      header: t("columns.order"),
      hideable: false,
      render: (row) => (
        <>
          <span className="font-mono text-sm max-md:break-all md:whitespace-nowrap">{row.orderRef}</span>
          <span className="grid justify-items-start gap-1 text-sm font-normal text-muted md:hidden">
            <ItemNames row={row} />
            <OrderStateBadge state={row.state} isLate={row.isLate} />
          </span>
        </>
      ),
    },
    {
      id: "items",
      header: t("columns.items"),
      wideOnly: true,
      render: (row) => (
        <span className="grid justify-items-start gap-1">
          <ItemNames row={row} />
          <ParcelHint order={row} />
        </span>
      ),
    },
    {
      id: "channel",
      header: t("columns.channel"),
      wideOnly: true,
      render: (row) => <span className="line-clamp-2 min-w-24">{channelName(row)}</span>,
    },
    {
      id: "state",
      header: t("columns.state"),
      wideOnly: true,
      render: (row) => <OrderStateBadge state={row.state} isLate={row.isLate} />,
    },
    { id: "placed", header: t("columns.placed"), sortable: true, wideOnly: true, render: (row) => time(row.placedAt) },
    { id: "total", header: t("columns.total"), sortable: true, align: "end", render: (row) => money(row, row.totalCents) },
    { id: "shipBy", header: t("columns.shipBy"), wideOnly: true, hiddenByDefault: true, render: (row) => time(row.shipBy) },
    { id: "buyer", header: t("columns.buyer"), wideOnly: true, hiddenByDefault: true, render: (row) => row.buyerName },
    {
      id: "fee",
      header: t("columns.fee"),
      wideOnly: true,
      hiddenByDefault: true,
      align: "end",
      render: (row) => money(row, row.feeCents),
    },
    {
      id: "settled",
      header: t("columns.settled"),
      wideOnly: true,
      hiddenByDefault: true,
      align: "end",
      render: (row) => money(row, row.settledCents),
    },
  ];
}

/** The first item by name, the rest as a number. */
function ItemNames({ row: { items } }: { row: OrderSummary }) {
  const { t } = useTranslation("orders");
  const [first] = items;
  if (first === undefined) return null;
  return (
    <span className="break-words">
      {first.quantity > 1 ? `${first.quantity} × ` : ""}
      {first.title}
      {items.length > 1 ? <span className="text-muted"> {t("moreItems", { count: items.length - 1 })}</span> : null}
    </span>
  );
}
