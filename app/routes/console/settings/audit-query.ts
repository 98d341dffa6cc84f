import { nextDay, startOfDayMs } from "#app/platform/zoned-days.ts";

export const auditFilterKeys = ["action", "actor"] as const;

/** The filters in an address, for the list and the exports alike. Days are those of the person who looks. */
export function readAuditQuery(query: URLSearchParams, timeZone: string) {
  const from = startOfDayMs(query.get("from") ?? "", timeZone);
  const lastDay = query.get("to") ?? "";
  const to = startOfDayMs(lastDay, timeZone) === undefined ? undefined : startOfDayMs(nextDay(lastDay), timeZone);
  return {
    action: query.get("action")?.slice(0, 60) || undefined,
    actorId: query.get("actor")?.slice(0, 60) || undefined,
    search: query.get("q")?.slice(0, 100) || undefined,
    from,
    to,
  };
}
