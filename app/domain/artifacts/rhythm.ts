import { dayOfWeek, nextDay, wallTimeMs, zonedDay } from "#app/platform/zoned-days.ts";
import type { Rhythm } from "./schemas.ts";

/** One moment of a rhythm. Its name is the time on the wall: an hour that comes twice, or is skipped, is still one. */
export type Occurrence = { name: string; atMs: number };

/** No month is longer, and the first day looked at may be over. */
const lookAheadDays = 33;

/** When it comes by next, strictly after a moment. */
export function nextOccurrence(rhythm: Rhythm, { afterMs, timeZone }: { afterMs: number; timeZone: string }): Occurrence {
  const time = `${String(rhythm.hour).padStart(2, "0")}:00`;
  let day = zonedDay(afterMs, timeZone);
  for (let ahead = 0; ahead <= lookAheadDays; ahead += 1) {
    if (isOn(rhythm, day)) {
      const atMs = wallTimeMs(day, time, timeZone);
      if (atMs > afterMs) return { name: `${day}T${time}`, atMs };
    }
    day = nextDay(day);
  }
  throw new Error(`no occurrence of ${JSON.stringify(rhythm)}`);
}

/** The name of the moment it was due at. */
export function occurrenceName({ hour }: Rhythm, atMs: number, timeZone: string): string {
  return `${zonedDay(atMs, timeZone)}T${String(hour).padStart(2, "0")}:00`;
}

function isOn(rhythm: Rhythm, day: string): boolean {
  switch (rhythm.every) {
    case "daily":
      return true;
    case "weekly":
      return dayOfWeek(day) === rhythm.weekday;
    case "monthly":
      return Number(day.slice(8)) === Math.min(rhythm.day, lastDayOfMonth(day));
    default:
      return rhythm satisfies never;
  }
}

function lastDayOfMonth(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}
