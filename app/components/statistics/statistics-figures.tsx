import { Figure } from "#app/components/ui/figure.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SiteStatistics } from "#app/domain/interactions/statistics/read-statistics.server.ts";
import { formatMoney, formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type StatisticsFiguresProps = { statistics: SiteStatistics; days: number; currency: string };

/** What a period comes to, beside the same length of time before it. */
export function StatisticsFigures({ statistics: { totals, before }, days, currency }: StatisticsFiguresProps) {
  const { t } = useTranslation("statistics");
  const locale = useLocale();
  const time = useDuration();
  const comparison = t("beforePeriod", { count: days });
  const against = (now: number, then: number) => (then === 0 ? {} : { delta: { ratio: now / then - 1, comparison } });
  const perVisit = (sum: number, visits: number) => (visits === 0 ? 0 : sum / visits);
  const number = (value: number) => formatNumber(value, locale);
  const share = perVisit(totals.bounces, totals.visits);
  return (
    <div className="grid grid-cols-1 gap-3 min-[26rem]:grid-cols-2 sm:gap-4 xl:grid-cols-3">
      <Figure
        label={t("visitors")}
        value={number(totals.visitors)}
        explanation={<p>{t("visitorsHow")}</p>}
        {...against(totals.visitors, before.visitors)}
      />
      <Figure
        label={t("visits")}
        value={number(totals.visits)}
        explanation={<p>{t("visitsHow", { halfHour: number(totals.halfHourVisits) })}</p>}
        {...against(totals.visits, before.visits)}
      />
      <Figure
        label={t("pageViews")}
        value={number(totals.pageViews)}
        period={t("perVisit", { pages: formatNumber(Math.round(10 * perVisit(totals.pageViews, totals.visits)) / 10, locale) })}
        {...against(totals.pageViews, before.pageViews)}
      />
      <Figure
        label={t("time")}
        value={time(perVisit(totals.visibleMs, totals.visits))}
        explanation={<p>{t("timeHow")}</p>}
        {...against(perVisit(totals.visibleMs, totals.visits), perVisit(before.visibleMs, before.visits))}
      />
      <Figure
        label={t("bounces")}
        value={formatPercent(share, locale)}
        period={t("ofVisits")}
        {...against(share, perVisit(before.bounces, before.visits))}
      />
      <Figure
        label={t("orders")}
        value={number(totals.orders)}
        period={t("ordersWorth", { sum: formatMoney(totals.orderCents, currency, locale) })}
        {...against(totals.orders, before.orders)}
      />
    </div>
  );
}

function useDuration(): (ms: number) => string {
  const { t } = useTranslation("statistics");
  return (ms) => {
    const seconds = Math.round(ms / 1_000);
    if (seconds < 60) return t("seconds", { count: seconds });
    return t("minutes", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  };
}
