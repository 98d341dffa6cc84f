import { Ban, Clock, Truck, Undo2 } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { isOrderState } from "#app/domain/orders/policy.ts";

/** Where an order is: colour only where somebody has to act or may be glad, a shape and a word always. */
export function OrderStateBadge({ state, isLate = false }: { state: string; isLate?: boolean }) {
  const { t } = useTranslation("orders");
  if (!isOrderState(state)) return <Badge>{state}</Badge>;
  const word = t(`states.${state}`);
  if (isLate) {
    return (
      <span className="inline-flex flex-wrap gap-1">
        <StateBadge tone="wrong">{t("late")}</StateBadge>
        <Badge>{word}</Badge>
      </span>
    );
  }
  switch (state) {
    case "ready":
      return <StateBadge tone="info">{word}</StateBadge>;
    case "held":
      return <StateBadge tone="watch">{word}</StateBadge>;
    case "delivered":
      return <StateBadge tone="ok">{word}</StateBadge>;
    case "unpaid":
      return <Badge icon={<Clock aria-hidden />}>{word}</Badge>;
    case "shipped":
      return <Badge icon={<Truck aria-hidden />}>{word}</Badge>;
    case "returned":
      return <Badge icon={<Undo2 aria-hidden />}>{word}</Badge>;
    case "cancelled":
      return <Badge icon={<Ban aria-hidden />}>{word}</Badge>;
    default:
      return state satisfies never;
  }
}
