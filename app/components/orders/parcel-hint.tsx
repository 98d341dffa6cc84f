import { Layers } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge } from "#app/components/ui/badge.tsx";
import type { OrderSummary } from "#app/domain/orders/list-orders.server.ts";

/** Orders of one cart travel together: whoever packs one has to know of the others. */
export function ParcelHint({ order }: { order: OrderSummary }) {
  const { t } = useTranslation("orders");
  if (order.packOrders < 2) return null;
  return <Badge icon={<Layers aria-hidden />}>{t("sharedParcel", { count: order.packOrders })}</Badge>;
}
