import { dayOfWeek, startOfDayMs, wallTimeMs, zonedStamp } from "#app/platform/zoned-days.ts";
import type { Comparison, Grain } from "./kinds.ts";
import type { Rolling, When } from "./schemas.ts";

/**
 * Stretches of time as people mean them. All of them run from inclusive to exclusive, in moments on the wall of the workspace:
 * "2026-11-28" for the beginning of a day, "2026-11-28T14:00" for an hour of it. A week begins on Monday. "The last 7 days" are
 * whole days and leave today out, unless it is asked for with `includesCurrent`; "this month" reaches to the month's end.
 */
export type Stretch = { from: string; to: string };

/** A piece of a stretch: `key` is when its unit began, also where the stretch begins later. */
export type Bucket = Stretch & { key: string; fromMs: number; toMs: number };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The hour that a clock on the wall shows. */
export function wallNow(nowMs: number, timeZone: string): string {
  return `${zonedStamp(nowMs, timeZone).slice(0, 13).replace(" ", "T")}:00`;
}

export function isWallMoment(text: string): boolean {
  return startOfDayMs(text.slice(0, 10), "UTC") !== undefined && Number(hourOf(text)) < 24;
}

/** The UTC moment a wall shows this; where clocks skip an hour, the moment they jump to. */
export function momentMs(wall: string, timeZone: string): number {
  const day = wall.slice(0, 10);
  return wall.length === 10 ? (startOfDayMs(day, timeZone) ?? 0) : wallTimeMs(day, `${hourOf(wall)}:00`, timeZone);
}

function hourOf(wall: string): string {
  return wall.length === 10 ? "00" : wall.slice(11, 13);
}

/** Moments of a wall as if there were no zones, to reckon with; exactly what `wallOf` turns back. */
function plain(wall: string): Date {
  return new Date(`${wall.slice(0, 10)}T${hourOf(wall)}:00:00Z`);
}

function wallOf(date: Date): string {
  const text = date.toISOString();
  return text.slice(11, 13) === "00" ? text.slice(0, 10) : text.slice(0, 16);
}

/** When the unit began that a moment lies in. */
export function startOfUnit(wall: string, unit: Grain): string {
  const day = wall.slice(0, 10);
  switch (unit) {
    case "hour":
      return `${day}T${hourOf(wall)}:00`;
    case "day":
      return day;
    case "week":
      return wallOf(new Date(plain(day).getTime() - (dayOfWeek(day) - 1) * dayMs));
    case "month":
      return `${day.slice(0, 7)}-01`;
    case "quarter":
      return `${day.slice(0, 5)}${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, "0")}-01`;
    case "year":
      return `${day.slice(0, 4)}-01-01`;
    default:
      return unit satisfies never;
  }
}

/** So many units later or earlier. The 31st of a month becomes the last day of a shorter one. */
export function shift(wall: string, by: number, unit: Grain): string {
  const date = plain(wall);
  switch (unit) {
    case "hour":
      return wallOf(new Date(date.getTime() + by * hourMs));
    case "day":
      return wallOf(new Date(date.getTime() + by * dayMs));
    case "week":
      return wallOf(new Date(date.getTime() + by * 7 * dayMs));
    case "month":
      return shiftMonths(date, by);
    case "quarter":
      return shiftMonths(date, 3 * by);
    case "year":
      return shiftMonths(date, 12 * by);
    default:
      return unit satisfies never;
  }
}

function shiftMonths(date: Date, by: number): string {
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1, date.getUTCHours()));
  const daysInMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), daysInMonth));
  return wallOf(first);
}

/** What a stretch that moves with time means now; `now` as of `wallNow`. */
export function resolveRolling({ kind, count, unit, includesCurrent }: Rolling, now: string): Stretch {
  const current = startOfUnit(now, unit);
  const following = shift(current, 1, unit);
  switch (kind) {
    case "this":
      return { from: shift(current, 1 - count, unit), to: following };
    case "last":
      return includesCurrent
        ? { from: shift(current, 1 - count, unit), to: following }
        : { from: shift(current, -count, unit), to: current };
    case "next":
      return includesCurrent ? { from: current, to: shift(current, count, unit) } : { from: following, to: shift(following, count, unit) };
    default:
      return kind satisfies never;
  }
}

/** With `rolling`, from and to of a kept query are what they were when it was asked: they are worked out again. */
export function resolveWhen(when: When, now: string): When {
  return when.rolling === null ? when : { ...when, ...resolveRolling(when.rolling, now) };
}

/** Whole months of the calendar, as in "October" or "the third quarter"; undefined for anything else. */
function wholeMonths({ from, to }: Stretch): number | undefined {
  if (from.length !== 10 || to.length !== 10 || !from.endsWith("-01") || !to.endsWith("-01")) return undefined;
  const months = (wall: string) => Number(wall.slice(0, 4)) * 12 + Number(wall.slice(5, 7));
  const between = months(to) - months(from);
  return between > 0 ? between : undefined;
}

/**
 * What a stretch is compared with. previous: whole months with as many months before, all else with as long a stretch right
 * before. year: the same days a year before. A stretch that is not over yet is compared up to the hour it has come to:
 * this month so far with the same days of the last one, today so far with yesterday until now.
 */
export function comparedStretch(stretch: Stretch, compare: Comparison, now: string): Stretch | null {
  const before = wholeBefore(stretch, compare);
  if (before === null) return null;
  const reached = shift(startOfUnit(now, "hour"), 1, "hour");
  if (plain(reached) <= plain(stretch.from) || plain(reached) >= plain(stretch.to)) return before;
  const soFar = wallOf(new Date(plain(before.from).getTime() + plain(reached).getTime() - plain(stretch.from).getTime()));
  return { from: before.from, to: plain(soFar) < plain(before.to) ? soFar : before.to };
}

function wholeBefore(stretch: Stretch, compare: Comparison): Stretch | null {
  const { from, to } = stretch;
  switch (compare) {
    case "none":
      return null;
    case "year":
      return { from: shift(from, -1, "year"), to: shift(to, -1, "year") };
    case "previous": {
      const months = wholeMonths(stretch);
      if (months !== undefined) return { from: shift(from, -months, "month"), to: from };
      return { from: wallOf(new Date(2 * plain(from).getTime() - plain(to).getTime())), to: from };
    }
    default:
      return compare satisfies never;
  }
}

/** How many pieces of a unit a stretch has at most, before they are made. */
export function countUnits({ from, to }: Stretch, grain: Grain): number {
  const unitMs = { hour: hourMs, day: dayMs, week: 7 * dayMs, month: 28 * dayMs, quarter: 90 * dayMs, year: 365 * dayMs }[grain];
  return Math.ceil((plain(to).getTime() - plain(from).getTime()) / unitMs) + 1;
}

/** A stretch cut into units, each with the moments it begins and ends: where clocks change, days and hours are as long as they were. */
export function bucketsOf({ from, to }: Stretch, grain: Grain, timeZone: string): Bucket[] {
  const endMs = momentMs(to, timeZone);
  if (grain === "hour") return hoursOf(momentMs(from, timeZone), endMs, timeZone);
  const buckets: Bucket[] = [];
  let [key, begins, fromMs] = [startOfUnit(from, grain), from, momentMs(from, timeZone)];
  while (fromMs < endMs) {
    const following = shift(key, 1, grain);
    const ends = plain(following) < plain(to) ? following : to;
    const toMs = momentMs(ends, timeZone);
    if (toMs > fromMs) buckets.push({ key, from: begins, to: ends, fromMs, toMs });
    [key, begins, fromMs] = [following, ends, Math.max(fromMs, toMs)];
    if (ends === to) break;
  }
  return buckets;
}

/** An hour that clocks show twice is one bucket of two hours. */
function hoursOf(fromMs: number, endMs: number, timeZone: string): Bucket[] {
  const buckets: Bucket[] = [];
  for (let at = fromMs; at < endMs; at += hourMs) {
    const key = wallNow(at, timeZone);
    const toMs = Math.min(endMs, at + hourMs);
    const last = buckets.at(-1);
    if (last?.key === key) last.toMs = toMs;
    else buckets.push({ key, from: key, to: shift(key, 1, "hour"), fromMs: at, toMs });
  }
  return buckets;
}
