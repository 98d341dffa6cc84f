import { Download } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigate, useSearchParams } from "react-router";
import { LinkButton } from "#app/components/ui/button.tsx";
import { DataTable } from "#app/components/ui/data-table/data-table.tsx";
import { withParams } from "#app/components/ui/data-table/list-address.ts";
import type { TableFilter } from "#app/components/ui/data-table/types.ts";
import { useOpenedRow } from "#app/components/ui/data-table/use-opened-row.ts";
import { DateRangePicker } from "#app/components/ui/date-range-picker.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { orderStates } from "#app/domain/channels/remote.ts";
import type { ChannelName } from "#app/domain/orders/list-channel-names.server.ts";
import type { OrderSummary } from "#app/domain/orders/list-orders.server.ts";
import { cancellers } from "#app/domain/orders/policy.ts";
import type { OrderDetail } from "#app/domain/orders/read-order.server.ts";
import type { Page } from "#app/domain/paging.ts";
import { isDay } from "#app/platform/zoned-days.ts";
import { OrderSheet } from "./order-sheet.tsx";
import { useOrderColumns } from "./use-order-columns.tsx";

type OrderTableProps = {
  page: Page<OrderSummary>;
  channels: readonly ChannelName[];
  opened: OrderDetail | null;
  today: string;
  isLoading: boolean;
};

export function OrderTable({ page, channels, opened, today, isLoading }: OrderTableProps) {
  const { t } = useTranslation("orders");
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const openedId = useOpenedRow("/orders", "order");
  const range = { from: query.get("from") ?? "", to: query.get("to") ?? "" };
  const hasRange = isDay(range.from) && isDay(range.to);
  const href = (changes: Record<string, string | undefined>) => withParams(query, changes);
  const go = (to: string) => void navigate(to, { preventScrollReset: true, replace: true });
  const kept = new URLSearchParams(query);
  for (const name of ["order", "cursor", "cols", "density", "sort"]) kept.delete(name);
  const shown = opened?.id === openedId ? opened : null;
  return (
    <>
      <DataTable
        label={t("list")}
        columns={useOrderColumns(channels)}
        rows={page.data}
        rowId={(row) => row.id}
        rowLabel={(row) => t("oneTitle", { ref: row.orderRef })}
        rowTo={(row) => href({ order: row.id })}
        filters={useFilters(channels)}
        searchable
        status={isLoading ? "loading" : "ready"}
        page={{ nextCursor: page.nextCursor }}
        toolbar={
          <>
            <DateRangePicker
              value={hasRange ? range : undefined}
              today={today}
              onChange={(days) => go(href({ from: days?.from, to: days?.to, cursor: undefined, order: undefined }))}
            />
            <LinkButton to={`/orders/export?${kept.toString()}`} reloadDocument size="sm" icon={<Download aria-hidden />}>
              {t("export")}
            </LinkButton>
          </>
        }
        empty={hasRange ? <NoDays to={href({ from: undefined, to: undefined })} /> : <Teaching />}
      />
      <OrderSheet
        isOpen={openedId !== null && (shown !== null || openedId !== query.get("order"))}
        order={shown}
        close={() => go(href({ order: undefined }))}
      />
    </>
  );
}

function useFilters(channels: readonly ChannelName[]): TableFilter[] {
  const { t } = useTranslation("orders");
  return [
    {
      key: "state",
      label: t("filters.state"),
      single: true,
      options: orderStates.map((value) => ({ value, label: t(`states.${value}`) })),
    },
    { key: "late", label: t("filters.late"), single: true, options: [{ value: "1", label: t("filters.isLate") }] },
    ...(channels.length === 0
      ? []
      : [
          {
            key: "channel",
            label: t("filters.channel"),
            single: true,
            options: channels.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]),
    {
      key: "by",
      label: t("filters.cancelledBy"),
      single: true,
      options: cancellers.map((value) => ({ value, label: t(`cancellers.${value}`) })),
    },
  ];
}

function NoDays({ to }: { to: string }) {
  const { t } = useTranslation("orders");
  return <EmptyState title={t("noPeriod")} action={<LinkButton to={to}>{t("clearPeriod")}</LinkButton>} />;
}

function Teaching() {
  const { t } = useTranslation("orders");
  return (
    <EmptyState
      title={t("emptyTitle")}
      picture={<EmptyShelf />}
      action={
        <LinkButton to="/channels" variant="primary">
          {t("emptyAction")}
        </LinkButton>
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}
