import { StateBadge } from "#app/components/ui/badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ZoneStatus } from "#party/warehouse-zone/state.ts";

const tones = { live: "ok", reconnecting: "watch", offline: "wrong" } as const;

/** Whether what is shown is what is there. */
export function ZoneStatusBadge({ status }: { status: ZoneStatus }) {
  const { t } = useTranslation("warehouse");
  return <StateBadge tone={tones[status]}>{t(`live.${status}`)}</StateBadge>;
}
