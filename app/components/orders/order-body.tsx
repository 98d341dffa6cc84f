import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";
import type { OrderDetail } from "#app/domain/orders/read-order.server.ts";
import { OrderMoneyTable } from "./order-money.tsx";
import { OrderBuyer, OrderCancel, OrderHistory, OrderLines, OrderPack, OrderShipment, Part } from "./order-parts.tsx";
import { OrderTimeline } from "./order-timeline.tsx";

/** All we know of an order; in a sheet one below the other, on a page of its own in two columns. */
export function OrderBody({ order, isWide = false }: { order: OrderDetail; isWide?: boolean }) {
  const { t } = useTranslation("orders");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {order.state === "cancelled" ? (
        <Part title={t("cancel.title")}>
          <OrderCancel order={order} />
        </Part>
      ) : null}
      <Part title={t("timeline.title")}>
        <OrderTimeline order={order} />
      </Part>
      <div className={cn("grid grid-cols-[minmax(0,1fr)] items-start gap-6", isWide && "lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]")}>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
          <Part title={t("lines.title")}>
            <OrderLines order={order} />
          </Part>
          <Part title={t("money.title")}>
            <div className="rounded border border-line">
              <OrderMoneyTable order={order} />
            </div>
          </Part>
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
          {order.pack.length > 0 ? (
            <Part title={t("pack.title")}>
              <OrderPack order={order} />
            </Part>
          ) : null}
          <Part title={t("shipment.title")}>
            <OrderShipment order={order} />
          </Part>
          <Part title={t("buyer.title")}>
            <OrderBuyer order={order} />
          </Part>
          <Part title={t("history.title")}>
            <OrderHistory order={order} />
          </Part>
        </div>
      </div>
    </div>
  );
}
