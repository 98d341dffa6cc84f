import { nextDay, startOfDayMs, zonedDay } from "#app/platform/zoned-days.ts";

const hourMs = 3_600_000;
/** A session that began before midnight ends an hour after its last event: so long a day waits for it. */
const patienceMs = 2 * hourMs;
/** Work of each hour begins then. */
const minuteOfHour = 7;

/** Whether a day that ended then is counted by now. */
export function isCountable(endMs: number | undefined, nowMs: number): boolean {
  return endMs !== undefined && nowMs >= endMs + patienceMs;
}

/** When the day that is now will be counted for the first time. */
export function nextCountAt(nowMs: number, timeZone: string): number {
  const yesterdayEnd = startOfDayMs(zonedDay(nowMs, timeZone), timeZone) ?? nowMs;
  const todayEnd = startOfDayMs(nextDay(zonedDay(nowMs, timeZone)), timeZone) ?? nowMs;
  const [earlier, later] = [firstTickFrom(yesterdayEnd + patienceMs), firstTickFrom(todayEnd + patienceMs)];
  return earlier > nowMs ? earlier : later;
}

function firstTickFrom(ms: number): number {
  const tick = Math.floor(ms / hourMs) * hourMs + minuteOfHour * 60_000;
  return tick >= ms ? tick : tick + hourMs;
}
