import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";

/** Days as the person sees them, without a time or zone: "2026-11-20". */
export type IsoDayRange = { from: string; to: string };

export function toIsoDay(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Noon keeps the day the same on both sides of a daylight-saving change. */
export function fromIsoDay(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** The last `count` days, ending with `today`. */
export function lastDays(today: string, count: number): IsoDayRange {
  const from = fromIsoDay(today);
  from.setDate(from.getDate() - count + 1);
  return { from: toIsoDay(from), to: today };
}

/** A day has no zone: it reads the same for everyone, on the server as in the browser. */
export function formatIsoDay(day: string, locale: Locale, style: "date" | "weekday" | "month" | "day-month" = "date"): string {
  return formatDateTime(Date.parse(`${day}T12:00:00Z`), { locale, timeZone: "UTC", style });
}
