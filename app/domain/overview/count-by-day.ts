export type DayCount = { day: string; count: number };

/** `2026-11-21` where the workspace is. Hours are enough: no zone shifts its days by less than a quarter of one. */
function dayOf(atMs: number, timeZone: string): string {
  const moment = `${timeZone} ${atMs}`;
  const known = knownDays.get(moment);
  if (known !== undefined) return known;
  const day = formatterFor(timeZone).format(atMs);
  if (knownDays.size >= maxKnownDays) knownDays.clear();
  knownDays.set(moment, day);
  return day;
}

/** Formatting a month of hours takes a third of a millisecond, and all of a zone ask for the same hours. */
const knownDays = new Map<string, string>();
const maxKnownDays = 10_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const created = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formatters.set(timeZone, created);
  return created;
}

/** The calendar day before; plain date arithmetic, so that daylight saving moves nothing. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
}

/** Sums counts by local day; days without any are there with zero. */
export function countByDay(
  counts: readonly { atMs: number; rows: number }[],
  options: { nowMs: number; days: number; timeZone: string },
): DayCount[] {
  const sums = new Map<string, number>();
  for (const { atMs, rows } of counts) {
    const day = dayOf(atMs, options.timeZone);
    sums.set(day, (sums.get(day) ?? 0) + rows);
  }
  const days: DayCount[] = [];
  let day = formatterFor(options.timeZone).format(options.nowMs);
  for (let index = 0; index < options.days; index += 1) {
    days.unshift({ day, count: sums.get(day) ?? 0 });
    day = dayBefore(day);
  }
  return days;
}
