import { Maximize2 } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Sheet } from "#app/components/ui/sheet.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import type { OrderDetail } from "#app/domain/orders/read-order.server.ts";
import { OrderBody } from "./order-body.tsx";
import { OrderStateBadge } from "./order-state.tsx";

type OrderSheetProps = { isOpen: boolean; order: OrderDetail | null; close: () => void };

/** An order beside its list; opens at once and fills when the rest has arrived. */
export function OrderSheet({ isOpen, order, close }: OrderSheetProps) {
  const { t } = useTranslation("orders");
  return (
    <Sheet
      open={isOpen}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      title={order ? t("oneTitle", { ref: order.orderRef }) : t("title")}
      description={order?.channel.name}
      action={
        order ? (
          <LinkButton
            to={`/orders/${order.id}`}
            variant="ghost"
            size="icon-sm"
            aria-label={t("openPage")}
            icon={<Maximize2 aria-hidden />}
          />
        ) : null
      }
    >
      {order ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          <div>
            <OrderStateBadge state={order.state} isLate={order.isLate} />
          </div>
          <OrderBody order={order} />
        </div>
      ) : (
        <div aria-busy="true" className="grid gap-4">
          <Skeleton className="h-6 w-32" />
          <Skeleton className="h-16" />
          <Skeleton className="h-40" />
          <Skeleton className="h-40" />
        </div>
      )}
    </Sheet>
  );
}
