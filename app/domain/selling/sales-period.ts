import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";

/** Whole days of the workspace's calendar, both ends included, and the same number of days right before. */
export type SalesPeriod = {
  from: string;
  to: string;
  previousFrom: string;
  previousTo: string;
  /** Every day of both spans with the moments it begins and ends; the earlier span first. */
  days: { day: string; fromMs: number; toMs: number; isCurrent: boolean }[];
};

export const maxPeriodDays = 366;
const dayMs = 86_400_000;

function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs) + 1;
}

export function lastDaysUntil(today: string, days: number): { from: string; to: string } {
  return { from: shiftDay(today, 1 - days), to: today };
}

/** Undefined when the days are none, in the wrong order, or more than a year. */
export function salesPeriodOf({ from, to }: { from: string; to: string }, timeZone: string): SalesPeriod | undefined {
  if (startOfDayMs(from, timeZone) === undefined || startOfDayMs(to, timeZone) === undefined) return undefined;
  const length = daysBetween(from, to);
  if (length < 1 || length > maxPeriodDays) return undefined;
  const previousFrom = shiftDay(from, -length);
  const days: SalesPeriod["days"] = [];
  let day = previousFrom;
  let fromMs = startOfDayMs(day, timeZone);
  for (let index = 0; index < 2 * length; index += 1) {
    const following = nextDay(day);
    // Where clocks change, a day is shorter or longer; it ends where the next one begins.
    const toMs = startOfDayMs(following, timeZone);
    if (fromMs === undefined || toMs === undefined) return undefined;
    days.push({ day, fromMs, toMs, isCurrent: index >= length });
    day = following;
    fromMs = toMs;
  }
  return { from, to, previousFrom, previousTo: shiftDay(from, -1), days };
}

export function todayIn(timeZone: string, nowMs: number): string {
  return zonedDay(nowMs, timeZone);
}
