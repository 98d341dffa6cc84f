import { dayOfWeek, isDay } from "#app/platform/zoned-days.ts";
import type { Grain } from "../../kinds.ts";
import { resolveRolling, shift, startOfUnit } from "../../period.ts";
import type { Rolling } from "../../schemas.ts";
import type { Period, Today } from "./kinds.ts";

export function rolling(today: Today, kind: Rolling["kind"], count: number, unit: Grain, includesCurrent = false): Period {
  if (!Number.isInteger(count) || count < 1 || count > 1_000) return { refused: "period-unclear" };
  const moving: Rolling = { kind, count, unit, includesCurrent };
  return { when: { ...resolveRolling(moving, today.now), rolling: moving } };
}

/** A stretch of the calendar. What has not begun has nothing to count. */
export function fixed(today: Today, from: string, to: string): Period {
  if (from >= to) return { refused: "period-unclear" };
  if (from > today.now) return { refused: "period-future" };
  return { when: { from, to, rolling: null } };
}

export function dayOf(today: Today): string {
  return today.now.slice(0, 10);
}

export function isoDay(year: number, month: number, day: number): string | undefined {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDay(text) ? text : undefined;
}

export function oneDay(today: Today, day: string | undefined): Period {
  return day === undefined ? { refused: "period-unclear" } : fixed(today, day, shift(day, 1, "day"));
}

/** A whole unit so many units before the current one. */
export function unitsAgo(today: Today, count: number, unit: Grain): Period {
  if (!Number.isInteger(count) || count < 1 || count > 1_000) return { refused: "period-unclear" };
  if (count === 1) return rolling(today, "last", 1, unit);
  const from = shift(startOfUnit(today.now, unit), -count, unit);
  return fixed(today, from, shift(from, 1, unit));
}

/** Without a year, the newest one in which it has begun. */
export function yearFor(today: Today, year: string | undefined, monthAndDay: string): number {
  if (year !== undefined) return Number(year.length === 2 ? `20${year}` : year);
  const current = Number(today.now.slice(0, 4));
  return `${current}-${monthAndDay}` <= dayOf(today) ? current : current - 1;
}

export type YearGroups = Readonly<Record<string, string | undefined>>;

export function namedYear(today: Today, groups: YearGroups): string | undefined {
  const current = Number(today.now.slice(0, 4));
  if (groups["lastYear"] !== undefined) return String(current - 1);
  if (groups["thisYear"] !== undefined) return String(current);
  return groups["year"];
}

export function months(today: Today, first: number, count: number, year: string | undefined): Period {
  const start = isoDay(yearFor(today, year, `${String(first).padStart(2, "0")}-01`), first, 1);
  return start === undefined ? { refused: "period-unclear" } : fixed(today, start, shift(start, count, "month"));
}

/** The newest such day that is over. */
export function lastWeekday(today: Today, weekday: number): string {
  const day = dayOf(today);
  const back = (dayOfWeek(day) - weekday + 7) % 7 || 7;
  return shift(day, -back, "day");
}
