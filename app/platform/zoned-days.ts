/** Years in which somebody may trade; further out calendars, formats and databases disagree. */
const isoDayShape = /^(?:19[7-9]\d|20\d\d|21\d\d)-\d{2}-\d{2}$/;
const dayMs = 86_400_000;
const wallFields: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
};

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred uses of it, and a year of days asks a thousand times. */
function wallFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", { ...wallFields, timeZone });
  formatters.set(timeZone, made);
  return made;
}

/** What a clock on the wall of that zone shows: "2026-11-20 14:03:05". */
export function zonedStamp(ms: number, timeZone: string): string {
  const parts = wallFormatter(timeZone).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}:${part("second")}`;
}

/** The calendar day it is in that zone: "2026-11-20". */
export function zonedDay(ms: number, timeZone: string): string {
  return zonedStamp(ms, timeZone).slice(0, 10);
}

function offsetMs(ms: number, timeZone: string): number {
  return Date.parse(`${zonedStamp(ms, timeZone).replace(" ", "T")}Z`) - Math.floor(ms / 1000) * 1000;
}

/** Days that were worked out, by zone. All who look at a zone ask for the same few months of them. */
const knownStarts = new Map<string, number>();
const maxKnownStarts = 10_000;

/** What an address may name as a day. */
export function isDay(text: string): boolean {
  return startOfDayMs(text, "UTC") !== undefined;
}

/** The UTC moment a day begins in a zone, or undefined for what is no day. Where clocks skip midnight it begins after the gap. */
export function startOfDayMs(isoDay: string, timeZone: string): number | undefined {
  const name = `${timeZone} ${isoDay}`;
  const known = knownStarts.get(name);
  if (known !== undefined) return known;
  const start = workOutStart(isoDay, timeZone);
  if (start === undefined) return undefined;
  if (knownStarts.size >= maxKnownStarts) knownStarts.clear();
  knownStarts.set(name, start);
  return start;
}

function workOutStart(isoDay: string, timeZone: string): number | undefined {
  const utcMidnight = isoDayShape.test(isoDay) ? Date.parse(`${isoDay}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(utcMidnight) || new Date(utcMidnight).toISOString().slice(0, 10) !== isoDay) return undefined;
  const early = utcMidnight - offsetMs(utcMidnight - dayMs, timeZone);
  const late = utcMidnight - offsetMs(utcMidnight + dayMs, timeZone);
  const candidates = [early, late].toSorted((a, b) => a - b);
  return candidates.find((ms) => zonedStamp(ms, timeZone).startsWith(`${isoDay} 00`)) ?? Math.max(early, late);
}

/** The day after: "2026-11-30" → "2026-12-01". */
export function nextDay(isoDay: string): string {
  return new Date(Date.parse(`${isoDay}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

/** As in ISO 8601: Monday is 1. */
export function dayOfWeek(isoDay: string): number {
  return new Date(`${isoDay}T00:00:00Z`).getUTCDay() || 7;
}

const minuteMs = 60_000;

/** The moment a clock on the wall shows a time; also on days on which clocks are changed. */
export function wallTimeMs(isoDay: string, time: string, timeZone: string): number {
  const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const wanted = minutesOf(time);
  const guess = (startOfDayMs(isoDay, timeZone) ?? 0) + wanted * minuteMs;
  return guess + (wanted - minutesOf(zonedStamp(guess, timeZone).slice(11, 16))) * minuteMs;
}
