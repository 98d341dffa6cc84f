import type { auditLog } from "#db/schema/audit.ts";

type AuditRow = typeof auditLog.$inferSelect;

export const auditCsvHeader = [
  "time_utc",
  "time_local",
  "actor_kind",
  "actor",
  "action",
  "subject_kind",
  "subject",
  "before",
  "after",
  "address",
  "device",
  "request_id",
];

/** Local time as spreadsheets read it, in the workspace's time zone. */
function localTime(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(atMs);
}

export function auditCsvCells(row: AuditRow, timeZone: string): string[] {
  const json = (values: unknown) => (values === null ? "" : JSON.stringify(values));
  return [
    new Date(row.at).toISOString(),
    localTime(row.at, timeZone),
    row.actorKind,
    row.actorLabel,
    row.action,
    row.subjectType,
    row.subjectLabel,
    json(row.before),
    json(row.after),
    row.ipAddress,
    [row.userAgent, row.deviceId].filter(Boolean).join(" "),
    row.requestId,
  ];
}
