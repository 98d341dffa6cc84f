/** Years are written with two digits: the century is the one that brings them nearest to now (GS1 General Specifications 7.12). */
function fullYear(twoDigits: number, thisYear: number): number {
  const century = thisYear - (thisYear % 100);
  const ahead = twoDigits - (thisYear % 100);
  if (ahead >= 51) return century - 100 + twoDigits;
  if (ahead <= -50) return century + 100 + twoDigits;
  return century + twoDigits;
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** YYMMDD as "2026-02-28"; day 00 is the last of its month. Undefined when there is no such day. */
export function readGs1Day(digits: string, thisYear: number): string | undefined {
  const [, yy, mm, dd] = /^(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  const [year, month, day] = [fullYear(Number(yy), thisYear), Number(mm), Number(dd)];
  if (yy === undefined || month < 1 || month > 12) return undefined;
  const last = lastDayOf(year, month);
  if (day > last) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day === 0 ? last : day)}`;
}

/** YYMMDDhh with minutes and seconds where given: each pair of digits must exist on a clock, and the day must be named. */
export function isGs1Time(digits: string, thisYear: number): boolean {
  if (!/^\d{8}(\d\d){0,2}$/.test(digits) || digits.slice(4, 6) === "00") return false;
  const [hour = "", minute = "00", second = "00"] = digits.slice(6).match(/\d\d/g) ?? [];
  return readGs1Day(digits.slice(0, 6), thisYear) !== undefined && hour <= "23" && minute <= "59" && second <= "59";
}

/** "2026-02-28" as YYMMDD; undefined when it is no date of that shape. */
export function writeGs1Day(isoDay: string): string | undefined {
  const [, yy, mm, dd] = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(isoDay) ?? [];
  return yy === undefined || mm === undefined || dd === undefined ? undefined : yy + mm + dd;
}
