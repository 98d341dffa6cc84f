import { isDay, nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";

type Written = { visitorKey: string | null; from: string | null; to: string | null };

/** Days as somebody wrote them, both of them within: moments where the workspace is. What is empty or no day is left out. */
export function periodOf({ visitorKey, from, to }: Written, timeZone: string) {
  const start = from !== null && isDay(from) ? startOfDayMs(from, timeZone) : undefined;
  const end = to !== null && isDay(to) ? startOfDayMs(nextDay(to), timeZone) : undefined;
  return {
    ...(visitorKey === null || visitorKey.trim() === "" ? {} : { visitorKey: visitorKey.trim() }),
    ...(start === undefined ? {} : { from: start }),
    ...(end === undefined ? {} : { to: end }),
  };
}
