import { StateBadge } from "#app/components/ui/badge.tsx";
import type { Site } from "#app/domain/sites/site-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export function SiteState({ site }: { site: Pick<Site, "isEnabled" | "lastEventAt"> }) {
  const { t } = useTranslation("sites");
  if (!site.isEnabled) return <StateBadge tone="watch">{t("states.paused")}</StateBadge>;
  return site.lastEventAt === null ? (
    <StateBadge tone="info">{t("states.waiting")}</StateBadge>
  ) : (
    <StateBadge tone="ok">{t("states.heard")}</StateBadge>
  );
}
