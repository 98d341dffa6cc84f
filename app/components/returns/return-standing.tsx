import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import type { ReturnRow } from "#app/domain/warehouse/returns/list-returns.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Where a return stands. What waits for somebody here has a colour. */
export function ReturnStanding({ state }: Pick<ReturnRow, "state">) {
  const { t } = useTranslation("returns");
  if (state === "arrived") return <StateBadge tone="watch">{t("states.arrived")}</StateBadge>;
  if (state === "inspected") return <StateBadge tone="ok">{t("states.inspected")}</StateBadge>;
  return <Badge>{t(`states.${state}`)}</Badge>;
}
