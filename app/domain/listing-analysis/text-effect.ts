const dayMs = 86_400_000;
const mostDays = 28;

/** Days as whole days counted from the epoch, in UTC; the end is exclusive. */
export type DaySpan = { fromDay: number; toDay: number };
export type Periods = { days: number; before: DaySpan; after: DaySpan };

/**
 * Two stretches of the same length and the same weekdays around a change: whole weeks once a week is over, before that the
 * same weekdays of the week before. The day of the change belongs to neither. Null while not one whole day has passed.
 */
export function periodsAround(changedAtMs: number, nowMs: number): Periods | null {
  const changedDay = Math.floor(changedAtMs / dayMs);
  const passed = Math.floor(nowMs / dayMs) - changedDay - 1;
  if (passed < 1) return null;
  const days = passed < 7 ? passed : Math.min(mostDays, passed - (passed % 7));
  const after = { fromDay: changedDay + 1, toDay: changedDay + 1 + days };
  const weeksBack = days < 7 ? 7 : days;
  const before =
    days < 7 ? { fromDay: after.fromDay - weeksBack, toDay: after.toDay - weeksBack } : { fromDay: changedDay - days, toDay: changedDay };
  return { days, before, after };
}

export const visitsWindowMs = 30 * dayMs;

/** The marketplace counts visits of 30 days: what it says 30 days after a change is of the time after it alone. */
export function visitsAreAfter(changedAtMs: number, detailsReadAtMs: number | null): boolean {
  return detailsReadAtMs !== null && detailsReadAtMs >= changedAtMs + visitsWindowMs;
}

export function startOfDayMs(day: number): number {
  return day * dayMs;
}
