import { dayOfWeek, nextDay, wallTimeMs, zonedDay } from "#app/platform/zoned-days.ts";

/** Days as in ISO 8601: Monday is 1. */
export type CutOff = { days: readonly number[]; time: string };
export type Moments = {
  isActive: boolean;
  everyMinutes: number | null;
  whenWaiting: number | null;
  cutOffs: readonly CutOff[];
  leadMinutes: number;
  lastReleasedAt: number | null;
  hasMore: boolean;
};

export const releaseReasons = ["interval", "waiting", "cut-off", "more-waits"] as const;
export const restReasons = ["off", "never", "nothing-waits", "not-yet"] as const;
export type ReleaseReason = (typeof releaseReasons)[number];
export type Moment = { isDue: true; reason: ReleaseReason } | { isDue: false; reason: (typeof restReasons)[number] };

const minuteMs = 60_000;

/** Whether a warehouse's orders are to be released at this moment, and why. */
export function releaseMoment(rule: Moments, now: { ms: number; timeZone: string; waiting: number }): Moment {
  const { everyMinutes, whenWaiting, cutOffs, leadMinutes, lastReleasedAt } = rule;
  const rest = (reason: (typeof restReasons)[number]): Moment => ({ isDue: false, reason });
  if (!rule.isActive) return rest("off");
  if (everyMinutes === null && whenWaiting === null && cutOffs.length === 0) return rest("never");
  if (now.waiting === 0) return rest("nothing-waits");
  // A minute is the smallest step: looked at twice in one, nothing more happens.
  const since = lastReleasedAt === null ? Number.POSITIVE_INFINITY : now.ms - lastReleasedAt;
  if (lastReleasedAt !== null && Math.floor(lastReleasedAt / minuteMs) >= Math.floor(now.ms / minuteMs)) return rest("not-yet");
  const begin = windowBegin(cutOffs, leadMinutes, now);
  if (begin !== undefined && (lastReleasedAt === null || lastReleasedAt < begin)) return { isDue: true, reason: "cut-off" };
  if (whenWaiting !== null && now.waiting >= whenWaiting) return { isDue: true, reason: "waiting" };
  if (everyMinutes !== null && since >= everyMinutes * minuteMs) return { isDue: true, reason: "interval" };
  return rule.hasMore ? { isDue: true, reason: "more-waits" } : rest("not-yet");
}

/** When the time before the carrier's next visit began, if it is that time. */
function windowBegin(cutOffs: readonly CutOff[], leadMinutes: number, { ms, timeZone }: { ms: number; timeZone: string }) {
  const today = zonedDay(ms, timeZone);
  for (const day of [today, nextDay(today)]) {
    for (const { days, time } of cutOffs) {
      if (!days.includes(dayOfWeek(day))) continue;
      const end = wallTimeMs(day, time, timeZone);
      const begin = end - leadMinutes * minuteMs;
      if (ms >= begin && ms < end) return begin;
    }
  }
  return undefined;
}
