import { usePageClock } from "#app/components/ui/page-clock.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { TextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import { formatDateTime, formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Orders and visits before and after other words were shown; what is not known yet says from when it is. */
export function TextEffectLine({ effect: { days, before, after, visits } }: { effect: TextEffect }) {
  const { t } = useTranslation("analysis");
  const locale = useLocale();
  const { timeZone } = usePageClock();
  const count = (value: number | null) => (value === null ? t("unknown") : formatNumber(value, locale));
  const seen = { before: count(visits.before30d), after: count(visits.after30d) };
  const knownFrom = formatDateTime(visits.knownFrom, { locale, timeZone, style: "date" });
  return (
    <div className="text-sm">
      <p className="label-caps">{t("effect")}</p>
      <p>{days === 0 ? t("effectWait") : t("effectSold", { count: days, before: count(before.orders), after: count(after.orders) })}</p>
      <p className="text-muted">
        {visits.after30d === null ? t("effectVisitsWait", { before: seen.before, when: knownFrom }) : t("effectVisits", seen)}
      </p>
    </div>
  );
}
