import type { Locale } from "./locales.ts";

export type DateStyle = "date" | "time" | "datetime" | "full" | "day-month" | "weekday" | "month";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const tags = { en: "en-US", "pt-BR": "pt-BR" } as const satisfies Record<Locale, string>;
const formatters = new Map<string, unknown>();

/** Intl constructors cost about 50 µs each; a table of money would build hundreds. */
function remember<Formatter>(key: string, build: () => Formatter): Formatter {
  const known = formatters.get(key);
  if (known) return known as Formatter;
  const built = build();
  formatters.set(key, built);
  return built;
}

/** Engines disagree on narrow and plain no-break spaces; hydration needs the same bytes on both sides. */
function oneSpace(text: string): string {
  return text.replaceAll(/[\u202f\u2009]/g, "\u00a0");
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remember(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(tags[locale], options));
}

export function formatNumber(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  return oneSpace(numberFormat(locale, options).format(value));
}

/** `minor` is in the currency's smallest unit: 18990 BRL is R$ 189,90, 500 JPY is ¥500. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const format = numberFormat(locale, { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // A cost of nothing, turned around, is minus nothing: added to nothing it loses its sign.
  return oneSpace(format.format(minor / 10 ** digits + 0));
}

/** `ratio` 0.183 reads 18.3 %. */
export function formatPercent(ratio: number, locale: Locale, digits = 1): string {
  return formatNumber(ratio, locale, { style: "percent", maximumFractionDigits: digits });
}

function dateFormat(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remember(`d${locale}${timeZone}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(tags[locale], { ...options, timeZone }));
}

const dateFields: Record<"date" | "day-month" | "weekday" | "month", Intl.DateTimeFormatOptions> = {
  date: { day: "numeric", month: "short", year: "numeric" },
  "day-month": { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
};
const timeFields: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** Date and time are joined here: engines disagree on the word between them. */
export function formatDateTime(ms: number, options: { locale: Locale; timeZone: string; style?: DateStyle }): string {
  const { locale, timeZone, style = "datetime" } = options;
  const part = (fields: Intl.DateTimeFormatOptions) => oneSpace(dateFormat(locale, timeZone, fields).format(ms));
  if (style === "time") return part(timeFields);
  if (style === "date" || style === "day-month" || style === "weekday" || style === "month") return part(dateFields[style]);
  if (style === "full") return `${part(dateFields.weekday)}, ${part({ ...timeFields, second: "2-digit" })}`;
  return `${part(dateFields.date)}, ${part(timeFields)}`;
}

const relativeSteps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * dayMs],
  ["month", 30 * dayMs],
  ["week", 7 * dayMs],
  ["day", dayMs],
  ["hour", hourMs],
  ["minute", minuteMs],
  ["second", 1000],
];

const almost = 0.1;

export function formatRelative(ms: number, nowMs: number, locale: Locale): string {
  const difference = ms - nowMs;
  const [unit, size] = relativeSteps.find(([, step]) => Math.abs(difference) >= step) ?? ["second", 1000];
  const format = remember(`r${locale}`, () => new Intl.RelativeTimeFormat(tags[locale], { numeric: "auto" }));
  // A moment after it was set, seven days ahead are still seven and not six.
  const amount = difference > 0 ? Math.floor(difference / size + almost) : Math.trunc(difference / size);
  return oneSpace(format.format(amount, unit));
}

/** The two largest units: "2 h 05 min", "3 min 20 s", "450 ms". The unit signs are the same in both languages. */
export function formatDuration(ms: number, locale: Locale): string {
  if (ms < 1000) return `${formatNumber(Math.round(ms), locale)} ms`;
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
  return `${formatNumber(Math.floor(seconds / 86_400), locale)} d ${two(Math.floor((seconds % 86_400) / 3600))} h`;
}
