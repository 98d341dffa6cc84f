import { Repeat } from "lucide-react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { fewSessions } from "#app/domain/patterns/describe-period.ts";
import type { PatternPeriod } from "#app/domain/patterns/read-pattern-period.server.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Nothing to show: because of the filters, because nothing stands out, or because nothing was counted yet. */
export function PatternsEmpty({ period, isFiltered }: { period: PatternPeriod; isFiltered: boolean }) {
  const { t } = useTranslation("patterns");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const picture = <Repeat aria-hidden className="mx-auto size-10" />;
  if (isFiltered) {
    const to = `/patterns?period=${period.period}&start=${period.startDay}`;
    return (
      <EmptyState title={t("empty.filteredTitle")} picture={picture} action={<LinkButton to={to}>{t("empty.clear")}</LinkButton>}>
        {t("empty.filteredText")}
      </EmptyState>
    );
  }
  if (period.countedAt === null) {
    return (
      <EmptyState title={t("empty.title")} picture={picture} action={<LinkButton to="/sites">{t("empty.toSites")}</LinkButton>}>
        {t("empty.text", { time: formatDateTime(period.nextCountAt, { locale, timeZone }) })}
      </EmptyState>
    );
  }
  if (period.sessions === 0) {
    return (
      <EmptyState title={t("empty.noneTitle")} picture={picture} action={<LinkButton to="/sites">{t("empty.toSites")}</LinkButton>}>
        {t("empty.noneText")}
      </EmptyState>
    );
  }
  const sessions = t("sessionCount", { count: period.sessions });
  if (period.sessions < fewSessions) {
    return (
      <EmptyState title={t("empty.fewTitle")} picture={picture}>
        {t("empty.fewText", { sessions })}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("empty.quietTitle")} picture={picture}>
      {t("empty.quietText", { sessions })}
    </EmptyState>
  );
}
