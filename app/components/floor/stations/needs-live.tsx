import { CloudOff } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ZoneStatus } from "#party/warehouse-zone/state.ts";

/** Said before somebody walks on: this is decided where all tablets meet, and waits for the connection. */
export function NeedsLive({ status }: { status: ZoneStatus }) {
  const { t } = useTranslation("floor");
  if (status === "live") return <p>{t("stations.needsLive")}</p>;
  return (
    <p className="flex items-center gap-4 rounded border-2 border-watch bg-watch-soft p-4 font-semibold">
      <CloudOff aria-hidden className="size-9 shrink-0" />
      {t("stations.notLive")}
    </p>
  );
}
