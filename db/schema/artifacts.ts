import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** Answers that were kept: what was asked, how it is drawn, and what it came to when it was kept. */
export const artifacts = sqliteTable(
  "artifacts",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** chart, table or report. */
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    note: text("note").notNull(),
    /** Typed queries with their drawings; a report has several. */
    sections: text("sections", { mode: "json" }).$type<unknown[]>().notNull(),
    /** The rows as they were when it was kept, a set for each section; null where they could not be read. */
    picture: text("picture", { mode: "json" }).$type<unknown[]>().notNull(),
    keptAt: timeColumn("kept_at").notNull(),
    /** private or workspace. */
    visibility: text("visibility").notNull(),
    /** The person or key it belongs to as long as it is private. */
    ownerId: text("owner_id").notNull(),
    createdBy: text("created_by").notNull(),
    /** The chat it comes from. */
    conversationId: text("conversation_id"),
    /** Title and note, folded, for the search. */
    searchText: text("search_text").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    /** In the bin, from where it can be taken back for a while. */
    deletedAt: timeColumn("deleted_at"),
    version: versionColumn(),
  },
  (table) => [
    index("artifacts_workspace").on(table.workspaceId, table.id),
    index("artifacts_bin")
      .on(table.deletedAt)
      .where(sql`deleted_at is not null`),
  ],
);

/** Boards on which answers are pinned. */
export const dashboards = sqliteTable(
  "dashboards",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    name: text("name").notNull(),
    isDefault: integer("is_default", { mode: "boolean" }).notNull(),
    visibility: text("visibility").notNull(),
    ownerId: text("owner_id").notNull(),
    createdBy: text("created_by").notNull(),
    /** For all of its answers in place of their own period; null where each keeps its own. */
    period: text("period", { mode: "json" }).$type<Record<string, unknown>>(),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    deletedAt: timeColumn("deleted_at"),
    version: versionColumn(),
  },
  (table) => [
    index("dashboards_workspace").on(table.workspaceId, table.id),
    // Two who pin for the first time at once make one board.
    uniqueIndex("dashboards_default")
      .on(table.workspaceId)
      .where(sql`is_default = 1`),
    index("dashboards_bin")
      .on(table.deletedAt)
      .where(sql`deleted_at is not null`),
  ],
);

/** One answer on a board. */
export const dashboardPins = sqliteTable(
  "dashboard_pins",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    dashboardId: text("dashboard_id").notNull(),
    title: text("title").notNull(),
    section: text("section", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** third, half or full. */
    size: text("size").notNull(),
    position: integer("position").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [index("dashboard_pins_board").on(table.workspaceId, table.dashboardId, table.position)],
);

/** What is mailed by itself, and when. */
export const reportSchedules = sqliteTable(
  "report_schedules",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** artifact or dashboard. */
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    rhythm: text("rhythm", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** on or paused. */
    state: text("state").notNull(),
    /** Null as long as it is paused. */
    nextAt: timeColumn("next_at"),
    createdBy: text("created_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    updatedAt: timeColumn("updated_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("report_schedules_workspace").on(table.workspaceId, table.id),
    index("report_schedules_subject").on(table.workspaceId, table.subjectId),
    index("report_schedules_due")
      .on(table.nextAt)
      .where(sql`next_at is not null`),
  ],
);

/** Who gets it. */
export const reportRecipients = sqliteTable(
  "report_recipients",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    scheduleId: text("schedule_id").notNull(),
    userId: text("user_id").notNull(),
    /** Stands in every mail, so it is kept readable. All it can do is end the mails of one schedule to one person. */
    leaveToken: text("leave_token").notNull(),
    leftAt: timeColumn("left_at"),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("report_recipients_once").on(table.workspaceId, table.scheduleId, table.userId),
    index("report_recipients_user").on(table.workspaceId, table.userId),
    uniqueIndex("report_recipients_token").on(table.leaveToken),
  ],
);

/** Each mail of a schedule to one person: asked for once, whatever is retried. */
export const reportSendings = sqliteTable(
  "report_sendings",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    scheduleId: text("schedule_id").notNull(),
    userId: text("user_id").notNull(),
    userName: text("user_name").notNull(),
    /** The time on the wall it was due at, so that an hour that comes twice is one. */
    occurrence: text("occurrence").notNull(),
    /** waiting, sent, withheld or failed. */
    state: text("state").notNull(),
    /** Why it was withheld or failed. */
    reason: text("reason"),
    createdAt: timeColumn("created_at").notNull(),
    endedAt: timeColumn("ended_at"),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("report_sendings_once").on(table.workspaceId, table.scheduleId, table.occurrence, table.userId),
    index("report_sendings_schedule").on(table.workspaceId, table.scheduleId, table.id),
    index("report_sendings_age").on(table.createdAt),
  ],
);
