import { CloudAlert } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formatRelative } from "#app/i18n/format.ts";
import { Button } from "./button.tsx";
import { usePageClock } from "./page-clock.tsx";
import { useLocale } from "./use-locale.ts";

export type StaleBannerProps = { freshAtMs: number; onRefresh?: () => void; isRefreshing?: boolean };

/** Old data stays on screen, and says how old it is. */
export function StaleBanner({ freshAtMs, onRefresh, isRefreshing = false }: StaleBannerProps) {
  const { t } = useTranslation("ui");
  const locale = useLocale();
  const { nowMs } = usePageClock();
  return (
    <output className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-dashed border-watch/60 bg-watch-soft/35 px-4 py-2">
      <CloudAlert aria-hidden className="size-4 shrink-0 text-watch" />
      <span className="font-semibold">{t("stale.title")}</span>
      <span className="grow text-muted">{t("stale.body", { age: formatRelative(freshAtMs, nowMs, locale) })}</span>
      {onRefresh ? (
        <Button size="sm" loading={isRefreshing} onClick={onRefresh}>
          {t("stale.refresh")}
        </Button>
      ) : null}
    </output>
  );
}
