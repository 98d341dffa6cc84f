import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

type Difference = { kind: string; what: string; expected: number | string; found: number | string };

/** How each zone was the last time it was looked at; one row a zone, which has the zone's id. */
export const zoneChecks = sqliteTable(
  "zone_checks",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    zoneId: text("zone_id").notNull(),
    checkedAt: timeColumn("checked_at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    /** How many ways there are in which it does not add up; null when it did not answer. */
    drift: integer("drift"),
    differences: text("differences", { mode: "json" }).$type<Difference[]>().notNull(),
    /** Whether what was told of it could be compared: not while something is still untold. */
    isCompared: integer("is_compared", { mode: "boolean" }).notNull(),
    lastSeq: integer("last_seq"),
    /** What still lacks history to judge by: how many samples there are, and how many it takes. */
    learning: text("learning", { mode: "json" }).$type<{ kind: string; have: number; need: number }[]>().notNull(),
  },
  (table) => [uniqueIndex("zone_checks_zone").on(table.workspaceId, table.zoneId), index("zone_checks_turn").on(table.checkedAt)],
);

/** What a zone did in an hour and what waited there, which is what later hours are compared with. */
export const floorSamples = sqliteTable(
  "floor_samples",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    zoneId: text("zone_id").notNull(),
    hourMs: timeColumn("hour_ms").notNull(),
    takenAt: timeColumn("taken_at").notNull(),
    pickedUnits: integer("picked_units").notNull(),
    pickedLines: integer("picked_lines").notNull(),
    doneTasks: integer("done_tasks").notNull(),
    movements: integer("movements").notNull(),
    picks: integer("picks").notNull(),
    shortPicks: integer("short_picks").notNull(),
    countedLines: integer("counted_lines").notNull(),
    wrongLines: integer("wrong_lines").notNull(),
    corrections: integer("corrections").notNull(),
    /** As it was when last looked at within the hour; null when nobody looked. */
    queueDepth: integer("queue_depth"),
    queueOldestMs: integer("queue_oldest_ms"),
  },
  (table) => [
    uniqueIndex("floor_samples_hour").on(table.workspaceId, table.zoneId, table.hourMs),
    index("floor_samples_age").on(table.hourMs),
    index("floor_samples_workspace").on(table.workspaceId, table.hourMs),
  ],
);

/** Something of the floor that is not as it should be, from when it was seen until it is over. */
export const alerts = sqliteTable(
  "alerts",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    kind: text("kind").notNull(),
    /** The zone. */
    subject: text("subject").notNull(),
    severity: text("severity").notNull(),
    openedAt: timeColumn("opened_at").notNull(),
    lastSeenAt: timeColumn("last_seen_at").notNull(),
    acknowledgedBy: text("acknowledged_by"),
    acknowledgedAt: timeColumn("acknowledged_at"),
    /** Null with a time: it went by itself. */
    resolvedBy: text("resolved_by"),
    resolvedAt: timeColumn("resolved_at"),
    facts: text("facts", { mode: "json" }).$type<Record<string, number | string>>().notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("alerts_open")
      .on(table.workspaceId, table.kind, table.subject)
      .where(sql`resolved_at is null`),
    index("alerts_resolved").on(table.workspaceId, table.resolvedAt),
  ],
);

/** Which days' reports lie in the archive. */
export const floorReports = sqliteTable(
  "floor_reports",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    day: text("day").notNull(),
    objectKey: text("object_key").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    createdAt: timeColumn("created_at").notNull(),
  },
  (table) => [uniqueIndex("floor_reports_day").on(table.workspaceId, table.day)],
);
