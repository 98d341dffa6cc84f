import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";
import { Popover } from "#app/components/ui/popover.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { Margin } from "#app/domain/orders/order-money.ts";
import type { FeeRule } from "#app/domain/pricing/fees.ts";
import type { OrderDetail } from "#app/domain/orders/read-order.server.ts";
import { formatMoney, formatPercent } from "#app/i18n/format.ts";

/** What an order brings, foreseen beside actual. What nobody has told yet is said to be unknown, never shown as nothing. */
export function OrderMoneyTable({ order }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  const { currency, money, feeCents, predictedFeeCents, shippingCostCents, settledCents } = order;
  const amount = (cents: number) => formatMoney(cents, currency, locale);
  const known = (cents: number | null, sign: 1 | -1 = 1) => (cents === null ? <Unknown /> : amount(sign * cents));
  return (
    <Table label={t("money.title")}>
      <thead>
        <tr>
          <Th>{t("money.part")}</Th>
          <Th align="end">{t("money.predicted")}</Th>
          <Th align="end">{t("money.actual")}</Th>
        </tr>
      </thead>
      <tbody>
        <Row name={t("money.items")} predicted={amount(order.totalCents)} actual={amount(order.totalCents)} />
        <Row name={t("money.fee")} hint={<FeeHint order={order} />} predicted={known(predictedFeeCents, -1)} actual={known(feeCents, -1)} />
        <Row name={t("money.shipping")} predicted={known(shippingCostCents, -1)} actual={known(shippingCostCents, -1)} />
        <Row
          name={t("money.cost")}
          hint={money.costCents === null ? t("money.costHint") : null}
          predicted={known(money.costCents, -1)}
          actual={known(money.costCents, -1)}
        />
        <Row
          name={<MarginName margin={money.margin} />}
          predicted={<MarginCell margin={money.predictedMargin} currency={currency} />}
          actual={<MarginCell margin={money.margin} currency={currency} />}
          isSum
        />
        <Row name={t("money.settled")} predicted="" actual={known(settledCents)} />
        <Row name={t("money.paid")} hint={<PaidHint order={order} />} predicted="" actual={amount(order.paidCents)} />
      </tbody>
    </Table>
  );
}

type RowProps = { name: ReactNode; hint?: ReactNode; predicted: ReactNode; actual: ReactNode; isSum?: boolean };

function Row({ name, hint, predicted, actual, isSum = false }: RowProps) {
  const weight = isSum ? "border-t border-t-line-strong font-semibold" : "";
  return (
    <Tr>
      <Td className={cn(weight, "max-sm:pl-3!")}>
        {name}
        {hint ? <span className="block text-sm font-normal text-muted">{hint}</span> : null}
      </Td>
      <Td align="end" className={cn(weight, "max-sm:px-2")}>
        {predicted}
      </Td>
      <Td align="end" className={cn(weight, "max-sm:px-2")}>
        {actual}
      </Td>
    </Tr>
  );
}

function Unknown() {
  const { t } = useTranslation("orders");
  return <span className="inline-block max-w-24 text-sm font-normal whitespace-normal text-muted italic">{t("unknown")}</span>;
}

function FeeHint({ order: { money, feeRule, currency } }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  const difference = money.feeDifferenceCents;
  const by = formatMoney(Math.abs(difference ?? 0), currency, locale);
  return (
    <>
      {difference === null
        ? null
        : difference === 0
          ? t("money.feeSame")
          : t(difference > 0 ? "money.feeMore" : "money.feeLess", { amount: by })}
      {feeRule === null ? null : <FeeRuleText rule={feeRule} currency={currency} />}
    </>
  );
}

/** The line of the price list in words, with its name beside for whoever looks it up. */
function FeeRuleText({ rule, currency }: { rule: FeeRule; currency: string }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  const money = (cents: number) => formatMoney(cents, currency, locale);
  const percent = formatPercent(rule.percentBp / 10_000, locale);
  const fee =
    rule.fixedCents === 0
      ? t("money.feeRule.percent", { percent })
      : t("money.feeRule.percentAndFixed", { percent, fixed: money(rule.fixedCents) });
  const from = money(rule.fromCents);
  const band =
    rule.toCents === null
      ? t("money.feeRule.from", { from })
      : rule.fromCents === 0
        ? t("money.feeRule.below", { to: money(rule.toCents) })
        : t("money.feeRule.between", { from, to: money(rule.toCents - 1) });
  return (
    <>
      <span className="block" title={rule.rule}>
        {t("money.feeRule.band", { band, fee })}
      </span>
      {rule.certainty === "documented" ? null : <span className="block">{t("money.feeRule.uncertain")}</span>}
    </>
  );
}

function PaidHint({ order: { state, money, currency } }: { order: OrderDetail }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  if (state === "unpaid") return t("money.notPaidYet");
  const difference = money.paidDifferenceCents;
  if (difference === 0) return null;
  return t(difference > 0 ? "money.paidMore" : "money.paidLess", { amount: formatMoney(Math.abs(difference), currency, locale) });
}

/** The margin and, one click away, how it is worked out. */
function MarginName({ margin }: { margin: Margin }) {
  const { t } = useTranslation(["orders", "ui"]);
  const isSettled = margin.kind === "known" && margin.rule === "settled";
  return (
    <span className="inline-flex items-center gap-1">
      {t("money.margin")}
      <Popover
        label={t("howComputed", { ns: "ui" })}
        trigger={
          <button
            type="button"
            aria-label={`${t("howComputed", { ns: "ui" })} ${t("money.margin")}`}
            className="rounded p-1.5 text-faint hover:text-ink"
          >
            <CircleHelp aria-hidden className="size-4" />
          </button>
        }
      >
        <div className="grid gap-2 font-normal">
          <p>{t(isSettled ? "money.ruleSettled" : "money.ruleParts")}</p>
          <p>{t("money.rulePredicted")}</p>
        </div>
      </Popover>
    </span>
  );
}

function MarginCell({ margin, currency }: { margin: Margin; currency: string }) {
  const { t } = useTranslation("orders");
  const locale = useLocale();
  switch (margin.kind) {
    case "known":
      return (
        <>
          {formatMoney(margin.cents, currency, locale)}
          {margin.ratio === null ? null : (
            <span className="block text-sm font-normal text-muted">{formatPercent(margin.ratio, locale)}</span>
          )}
        </>
      );
    case "unknown":
      return (
        <span className="inline-block max-w-28 text-sm font-normal whitespace-normal text-muted italic">
          {t("money.missing", { parts: margin.missing.map((part) => t(`money.parts.${part}`)).join(", ") })}
        </span>
      );
    case "no-sale":
      return <span className="text-sm font-normal text-muted">{t("money.noSale")}</span>;
    default:
      return margin satisfies never;
  }
}
