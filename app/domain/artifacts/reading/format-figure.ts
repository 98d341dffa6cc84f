import type { MetricUnit } from "../../metrics/kinds.ts";
import { formatMoney, formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";

type Of = { unit: MetricUnit; currency: string | null };

const microsPerDollar = 1_000_000;

/** A number of a metric as people read it: each unit in its own form, by the language. */
export function formatFigure(value: number, { unit, currency }: Of, locale: Locale): string {
  const number = (digits: number) => formatNumber(value, locale, { maximumFractionDigits: digits });
  switch (unit) {
    case "money":
      return currency === null ? formatNumber(value / 100, locale, { minimumFractionDigits: 2 }) : formatMoney(value, currency, locale);
    case "micro-usd":
      return formatNumber(value / microsPerDollar, locale, {
        style: "currency",
        currency: "USD",
        maximumFractionDigits: Math.abs(value) < microsPerDollar ? 4 : 2,
      });
    case "ratio":
      return formatPercent(value, locale);
    case "hours":
      return `${number(1)} h`;
    case "days":
      return `${number(1)} d`;
    case "minutes":
      return `${number(1)} min`;
    case "per-hour":
      return `${number(1)}/h`;
    case "stars":
      return number(2);
    case "count":
    case "points":
      return number(Number.isInteger(value) ? 0 : 1);
    default:
      return unit satisfies never;
  }
}

/** The share by which a number changed, with its sign. */
export function formatChange(ratio: number, locale: Locale): string {
  return formatNumber(ratio, locale, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" });
}
