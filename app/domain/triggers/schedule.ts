import { z } from "zod";
import { dayOfWeek, nextDay, wallTimeMs, zonedDay } from "#app/platform/zoned-days.ts";
import { wholeNumber } from "../whole-number.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Further back nobody waits for it any more. */
const lookBackDays = 8;

const day = wholeNumber({ min: 1, max: 7 });

/** Days as in ISO 8601, and a time on the wall of the workspace; or every so many minutes. */
export const scheduleSchema = z.discriminatedUnion(
  "every",
  [
    z.object({
      every: z.literal("day"),
      days: z
        .array(day, "required")
        .min(1, "required")
        .max(7, "fieldInvalid")
        .transform((days) => [...new Set(days)].toSorted((a, b) => a - b)),
      time: z.string("required").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "fieldInvalid"),
    }),
    z.object({ every: z.literal("interval"), minutes: wholeNumber({ min: 5, max: 24 * 60 }) }),
  ],
  "fieldInvalid",
);
export type Schedule = z.output<typeof scheduleSchema>;
export type Occurrence = { id: string; atMs: number };

/**
 * The last time the clock came by since a moment. One a moment is enough: what was slept through is not made up for. Its id
 * is the time on the wall, so that an hour that comes twice, or a clock that is put back, is one occurrence.
 */
export function lastOccurrence(schedule: Schedule, { sinceMs, nowMs, timeZone }: { sinceMs: number; nowMs: number; timeZone: string }) {
  const last = schedule.every === "interval" ? lastInterval(schedule.minutes, nowMs) : lastDay(schedule, nowMs, timeZone);
  return last === undefined || last.atMs < sinceMs ? undefined : last;
}

function lastInterval(minutes: number, nowMs: number): Occurrence {
  const atMs = Math.floor(nowMs / (minutes * minuteMs)) * minutes * minuteMs;
  return { id: `schedule:every-${minutes}:${atMs}`, atMs };
}

function lastDay(schedule: Extract<Schedule, { every: "day" }>, nowMs: number, timeZone: string): Occurrence | undefined {
  for (let back = 0; back < lookBackDays; back += 1) {
    const occurrence = occurrenceOn(schedule, zonedDay(nowMs - back * dayMs, timeZone), timeZone);
    if (occurrence !== undefined && occurrence.atMs <= nowMs) return occurrence;
  }
  return undefined;
}

function occurrenceOn({ days, time }: Extract<Schedule, { every: "day" }>, isoDay: string, timeZone: string): Occurrence | undefined {
  return days.includes(dayOfWeek(isoDay)) ? { id: `schedule:${isoDay}T${time}`, atMs: wallTimeMs(isoDay, time, timeZone) } : undefined;
}

/** When the clock comes by next, the soonest first. */
export function nextOccurrences(
  schedule: Schedule,
  { nowMs, timeZone, most }: { nowMs: number; timeZone: string; most: number },
): number[] {
  if (schedule.every === "interval") {
    const first = lastInterval(schedule.minutes, nowMs).atMs;
    return Array.from({ length: most }, (_one, index) => first + (index + 1) * schedule.minutes * minuteMs);
  }
  const found: number[] = [];
  let isoDay = zonedDay(nowMs, timeZone);
  for (let ahead = 0; ahead <= most * 7 + 1 && found.length < most; ahead += 1) {
    const occurrence = occurrenceOn(schedule, isoDay, timeZone);
    if (occurrence !== undefined && occurrence.atMs > nowMs) found.push(occurrence.atMs);
    isoDay = nextDay(isoDay);
  }
  return found;
}
