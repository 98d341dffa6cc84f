import { formatDateTime, formatMoney, formatNumber, formatPercent } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Translate } from "#app/i18n/text-keys.ts";
import type { MetricUnit } from "../kinds.ts";
import { shift } from "../period.ts";

export type Speaker = { locale: Locale; t: Translate<"asking"> };

/** A number as people read it, in its unit. */
export function speakValue({ locale, t }: Speaker, value: number | null, unit: MetricUnit, currency: string | null): string {
  if (value === null) return t("unknown");
  const plain = formatNumber(value, locale, { maximumFractionDigits: 2 });
  const counted = { value: plain, count: Math.abs(value) === 1 ? 1 : 2 };
  switch (unit) {
    case "count":
      return plain;
    case "money":
      return formatMoney(value, currency ?? "BRL", locale);
    case "micro-usd":
      return formatNumber(value / 1_000_000, locale, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
    case "ratio":
      return formatPercent(value, locale);
    case "hours":
      return t("units.hours", counted);
    case "days":
      return t("units.days", counted);
    case "per-hour":
      return t("units.perHour", { value: plain });
    case "minutes":
      return t("units.minutes", counted);
    case "stars":
      return t("units.stars", counted);
    case "points":
      return t("units.points", counted);
    default:
      return unit satisfies never;
  }
}

/** How far apart two values are: rates lie points apart, for "10 % more" of a rate could be either. */
export function speakDistance(speaker: Speaker, value: number, unit: MetricUnit, currency: string | null): string {
  const size = Math.abs(value);
  if (unit !== "ratio") return speakValue(speaker, size, unit, currency);
  return speaker.t("units.percentagePoints", { value: formatNumber(size * 100, speaker.locale, { maximumFractionDigits: 1 }) });
}

/** What came or went, with its sign. */
export function speakDifference(speaker: Speaker, value: number, unit: MetricUnit, currency: string | null): string {
  const size = speakDistance(speaker, value, unit, currency);
  return value === 0 ? size : `${value > 0 ? "+" : "−"}${size}`;
}

function wallMs(wall: string): number {
  return Date.parse(wall.length === 10 ? `${wall}T00:00:00Z` : `${wall}:00Z`);
}

function speakMoment(wall: string, { locale }: Speaker): string {
  return formatDateTime(wallMs(wall), { locale, timeZone: "UTC", style: wall.length === 10 ? "date" : "datetime" });
}

/** A stretch by its first and last day: "October 2026", "17 Nov 2026", "19 Oct to 17 Nov 2026". */
export function speakStretch(speaker: Speaker, { from, to }: { from: string; to: string }): string {
  const { locale, t } = speaker;
  if (from.length > 10 || to.length > 10) return t("stretch", { from: speakMoment(from, speaker), to: speakMoment(to, speaker) });
  if (shift(from, 1, "day") === to) return speakMoment(from, speaker);
  if (from.endsWith("-01") && shift(from, 1, "month") === to)
    return formatDateTime(wallMs(from), { locale, timeZone: "UTC", style: "month" });
  if (from.endsWith("-01-01") && shift(from, 1, "year") === to) return from.slice(0, 4);
  const last = shift(to, -1, "day");
  const isOneYear = from.slice(0, 4) === last.slice(0, 4);
  const first = isOneYear ? formatDateTime(wallMs(from), { locale, timeZone: "UTC", style: "day-month" }) : speakMoment(from, speaker);
  return t("stretch", { from: first, to: speakMoment(last, speaker) });
}

/** A unit of time by when it begins. */
export function speakBucket(speaker: Speaker, key: string, grain: string): string {
  if (grain === "month") return speakStretch(speaker, { from: key, to: shift(key, 1, "month") });
  return grain === "year" ? key.slice(0, 4) : speakMoment(key, speaker);
}
