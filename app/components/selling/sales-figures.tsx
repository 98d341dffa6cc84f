import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { Sparkline } from "#app/components/charts/sparkline.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { formatIsoDay } from "#app/components/ui/iso-day.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { SalesReport } from "#app/domain/selling/read-sales.server.ts";
import { formatMoney, formatNumber, formatPercent } from "#app/i18n/format.ts";

type CurrencySales = SalesReport["currencies"][number];
type SalesFiguresProps = { sales: CurrencySales; period: SalesReport["period"]; timeZone: string };
type FigureName = "gmv" | "orders" | "average" | "cancelled";

/** The four figures of a period. Each can be asked for its rule, what it was made from, its period and what it is compared with. */
export function SalesFigures({ sales, period, timeZone }: SalesFiguresProps) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const { currency, current, previous, days } = sales;
  const money = (cents: number | null) => (cents === null ? t("sales.noOrders") : formatMoney(cents, currency, locale));
  const count = (value: number) => formatNumber(value, locale);
  const comparison = t("sales.comparison", { days: period.length });
  const deltaOf = (now: number | null, before: number | null) =>
    now === null || before === null || before === 0 ? {} : { delta: { ratio: now / before - 1, comparison } };
  const explain = (name: FigureName, before: string) => (
    <Explanation name={name} before={before} sales={sales} period={period} timeZone={timeZone} />
  );
  return (
    <div className="grid grid-cols-1 gap-3 min-[26rem]:grid-cols-2 sm:gap-4 xl:grid-cols-4">
      <Figure
        label={t("sales.gmv")}
        value={money(current.gmvCents)}
        explanation={explain("gmv", money(previous.gmvCents))}
        {...deltaOf(current.gmvCents, previous.gmvCents)}
        {...(previous.gmvCents === 0 ? { period: t("sales.noneBefore") } : {})}
      />
      <Figure
        label={t("sales.orders")}
        value={count(current.orders)}
        explanation={explain("orders", count(previous.orders))}
        sparkline={<Sparkline values={days.map((day) => day.orders)} />}
        {...deltaOf(current.orders, previous.orders)}
      />
      <Figure
        label={t("sales.average")}
        value={money(current.averageCents)}
        explanation={explain("average", money(previous.averageCents))}
        {...deltaOf(current.averageCents, previous.averageCents)}
      />
      <Figure
        label={t("sales.cancelled")}
        value={count(current.cancelled)}
        explanation={explain("cancelled", count(previous.cancelled))}
        {...(current.cancelledRatio === null
          ? {}
          : { period: t("sales.ofOrders", { share: formatPercent(current.cancelledRatio, locale) }) })}
      />
    </div>
  );
}

type ExplanationProps = SalesFiguresProps & { name: FigureName; before: string };

function Explanation({ name, before, sales, period, timeZone }: ExplanationProps) {
  const { t } = useTranslation("selling");
  const locale = useLocale();
  const day = (iso: string) => formatIsoDay(iso, locale);
  const { current, channels } = sales;
  const orders = formatNumber(current.orders + (name === "cancelled" ? current.cancelled : 0), locale);
  const span = new URLSearchParams({ from: period.from, to: period.to, ...(name === "cancelled" ? { state: "cancelled" } : {}) });
  return (
    <div className="grid gap-2">
      <p>{t(`sales.rules.${name}`)}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">{t("sales.rules.inputs")}</dt>
        <dd>{t("sales.rules.inputsText", { count: channels.length, orders })}</dd>
        <dt className="text-muted">{t("sales.rules.period")}</dt>
        <dd>{t("sales.rules.periodText", { from: day(period.from), to: day(period.to), zone: timeZone.replaceAll("_", " ") })}</dd>
        <dt className="text-muted">{t("sales.rules.comparison")}</dt>
        <dd>{t("sales.rules.comparisonText", { value: before, from: day(period.previousFrom), to: day(period.previousTo) })}</dd>
      </dl>
      <Link to={`/orders?${span}`} className="text-accent underline underline-offset-4">
        {t("sales.rules.open")}
      </Link>
    </div>
  );
}
