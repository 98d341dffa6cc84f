import type { Grain } from "../../metrics/kinds.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import type { Locale } from "#app/i18n/locales.ts";

const dayMs = 86_400_000;

/** A moment on the wall, "2026-11-28" or "2026-11-28T14:00", as if the wall were in Greenwich: only its own figures are shown. */
function wallMs(moment: string): number {
  return Date.parse(`${moment.length > 10 ? moment.slice(0, 16) : `${moment.slice(0, 10)}T00:00`}:00Z`);
}

/** The beginning of a bucket of time, as short as its grain allows. What is no moment is shown as it is. */
export function formatBucket(moment: string, grain: Grain, locale: Locale): string {
  const ms = wallMs(moment);
  if (Number.isNaN(ms)) return moment;
  const write = (style: "day-month" | "month" | "time") => formatDateTime(ms, { locale, timeZone: "UTC", style });
  switch (grain) {
    case "hour":
      return `${write("day-month")}, ${write("time")}`;
    case "day":
    case "week":
      return write("day-month");
    case "month":
      return write("month");
    case "quarter":
      return `${locale === "en" ? "Q" : "T"}${Math.floor(Number(moment.slice(5, 7)) / 3.01) + 1} ${moment.slice(0, 4)}`;
    case "year":
      return moment.slice(0, 4);
    default:
      return grain satisfies never;
  }
}

/** A stretch from inclusive to exclusive, as the first and the last day people would name. */
export function formatStretch({ from, to }: { from: string; to: string }, locale: Locale): string {
  const hasHours = from.length > 10 || to.length > 10;
  const style = hasHours ? "datetime" : "date";
  const write = (ms: number) => formatDateTime(ms, { locale, timeZone: "UTC", style });
  const [fromMs, toMs] = [wallMs(from), wallMs(to)];
  if (Number.isNaN(fromMs) || Number.isNaN(toMs)) return `${from} – ${to}`;
  const lastMs = hasHours ? toMs : Math.max(fromMs, toMs - dayMs);
  return lastMs === fromMs ? write(fromMs) : `${write(fromMs)} – ${write(lastMs)}`;
}
