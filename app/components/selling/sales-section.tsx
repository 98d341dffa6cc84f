import { useTranslation } from "#app/i18n/use-translation.ts";
import { useNavigate, useNavigation, useSearchParams } from "react-router";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { cn } from "#app/components/ui/cn.ts";
import { DateRangePicker } from "#app/components/ui/date-range-picker.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { formatIsoDay } from "#app/components/ui/iso-day.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SalesReport } from "#app/domain/selling/read-sales.server.ts";
import { SalesBreakdown } from "./sales-breakdown.tsx";
import { SalesFigures } from "./sales-figures.tsx";

type SalesSectionProps = { report: SalesReport; today: string; timeZone: string };

const spans = [7, 30, 90] as const;

/** What was sold, for one period of the reader's choice; each currency by itself. */
export function SalesSection({ report, today, timeZone }: SalesSectionProps) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const navigation = useNavigation();
  if (!report.hasOrders) return <NothingYet state={stateOf(report)} />;
  const isLoading = navigation.location?.pathname === "/overview";
  const { from, to } = report.period;
  return (
    <section aria-label={t("sales.title")} aria-busy={isLoading || undefined} className={cn("grid gap-6", isLoading && "opacity-60")}>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <h2 className="text-lg font-semibold">{t("sales.title")}</h2>
          <p className="text-muted">{t("sales.between", { from: formatIsoDay(from, locale), to: formatIsoDay(to, locale) })}</p>
        </div>
        <PeriodChoice period={report.period} today={today} />
      </header>
      {report.currencies.map((sales) => (
        <div key={sales.currency} className="grid gap-6">
          {report.currencies.length > 1 ? <h3 className="label-caps">{sales.currency}</h3> : null}
          <SalesFigures sales={sales} period={report.period} timeZone={timeZone} />
          {sales.current.orders + sales.previous.orders + sales.current.cancelled === 0 ? (
            <Card>
              <EmptyState title={t("sales.nothingSold")}>{t("sales.nothingSoldText")}</EmptyState>
            </Card>
          ) : (
            <SalesBreakdown sales={sales} />
          )}
        </div>
      ))}
    </section>
  );
}

function PeriodChoice({ period, today }: { period: SalesReport["period"]; today: string }) {
  const { t } = useTranslation("selling");
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const isCustom = query.has("from") && query.has("to");
  const chosen = isCustom ? undefined : spans.find((days) => days === period.length);
  const names = { 7: "last7", 30: "last30", 90: "last90" } as const;
  return (
    <nav aria-label={t("sales.periods.label")} className="flex flex-wrap items-center gap-2">
      {spans.map((days) => (
        <LinkButton
          key={days}
          to={`/overview?days=${days}`}
          size="sm"
          preventScrollReset
          variant={chosen === days ? "primary" : "secondary"}
          aria-current={chosen === days ? "true" : undefined}
        >
          {t(`sales.periods.${names[days]}`)}
        </LinkButton>
      ))}
      <DateRangePicker
        value={isCustom ? { from: period.from, to: period.to } : undefined}
        today={today}
        onChange={(range) =>
          void navigate(range === undefined ? "/overview" : `/overview?${new URLSearchParams(range)}`, { preventScrollReset: true })
        }
      />
    </nav>
  );
}

const stateOf = ({ hasChannels, isArriving }: SalesReport) => (hasChannels ? (isArriving ? "wait" : "unsold") : "connect");

/** Nothing to sell on, nothing here yet, or nothing sold yet: each has another next step. */
function NothingYet({ state }: { state: ReturnType<typeof stateOf> }) {
  const { t } = useTranslation("selling");
  return (
    <Card>
      <EmptyState
        title={t(`sales.${state}Title`)}
        picture={<EmptyShelf />}
        action={
          <LinkButton to={state === "unsold" ? "/listings" : "/channels"} variant={state === "connect" ? "primary" : "secondary"}>
            {t(`sales.${state}Action`)}
          </LinkButton>
        }
      >
        {t(`sales.${state}Text`)}
      </EmptyState>
    </Card>
  );
}
