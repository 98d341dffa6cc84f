const formatters = new Map<string, Intl.DateTimeFormat>();

/** For greetings: what time of day it is where the person is. */
export function partOfDay(nowMs: number, timeZone: string): "morning" | "afternoon" | "evening" {
  const formatter = formatters.get(timeZone) ?? new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" });
  formatters.set(timeZone, formatter);
  const hour = Number(formatter.format(nowMs));
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}
