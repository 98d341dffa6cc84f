import { nextDay } from "#app/platform/zoned-days.ts";
import type { Period } from "./kinds.ts";

/** A stretch of days: its kind and its first. */
export type Stretch = { period: Period; startDay: string };

/** All time begins where days do. */
const beginning = "1970-01-01";
const end = "2200-01-01";
const dayMs = 86_400_000;

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Monday is 0. Calendar days have no zone. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The period of that kind in which a day lies. */
export function periodOf(period: Period, day: string): Stretch {
  switch (period) {
    case "day":
      return { period, startDay: day };
    case "week":
      return { period, startDay: addDays(day, -weekdayOf(day)) };
    case "month":
      return { period, startDay: `${day.slice(0, 7)}-01` };
    case "year":
      return { period, startDay: `${day.slice(0, 4)}-01-01` };
    case "all":
      return { period, startDay: beginning };
    default:
      return period satisfies never;
  }
}

/** The first day that no longer belongs to it. */
export function endOf({ period, startDay }: Stretch): string {
  switch (period) {
    case "day":
      return nextDay(startDay);
    case "week":
      return addDays(startDay, 7);
    case "month":
      return periodOf("month", addDays(startDay, 31)).startDay;
    case "year":
      return periodOf("year", addDays(startDay, 366)).startDay;
    case "all":
      return end;
    default:
      return period satisfies never;
  }
}

export function before({ period, startDay }: Stretch): Stretch {
  return periodOf(period, period === "all" ? startDay : addDays(startDay, -1));
}

export function daysIn(stretch: Stretch): number {
  return Math.round((Date.parse(endOf(stretch)) - Date.parse(stretch.startDay)) / dayMs);
}

/** What a period is summed up from: days, or sums of days. */
export const partOf: Record<Exclude<Period, "day">, Exclude<Period, "all">> = { week: "day", month: "day", year: "month", all: "year" };

/** What has to be summed up again once one of its parts was. */
export function above({ period, startDay }: Stretch): Stretch[] {
  switch (period) {
    case "day":
      return [periodOf("week", startDay), periodOf("month", startDay)];
    case "week":
    case "all":
      return [];
    case "month":
      return [periodOf("year", startDay)];
    case "year":
      return [periodOf("all", startDay)];
    default:
      return period satisfies never;
  }
}

/** With how many before it a period is compared. All time has nothing before it. */
const historyOf: Record<Period, number> = { day: 28, week: 4, month: 3, year: 1, all: 0 };

/** Where that history begins. */
export function historyStart(stretch: Stretch): string {
  let first = stretch;
  for (let count = 0; count < historyOf[stretch.period]; count += 1) first = before(first);
  return first.startDay;
}
