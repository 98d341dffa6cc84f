import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, workspaceColumn } from "./columns.ts";

export type AuditValues = Record<string, unknown>;

/** Append-only. Ids are sortable by time, so they also page the log. `inFeed` marks what the whole team may see. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    at: timeColumn("at").notNull(),
    actorKind: text("actor_kind").notNull(),
    actorId: text("actor_id").notNull(),
    actorLabel: text("actor_label").notNull(),
    action: text("action").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectLabel: text("subject_label").notNull(),
    before: text("before", { mode: "json" }).$type<AuditValues>(),
    after: text("after", { mode: "json" }).$type<AuditValues>(),
    inFeed: integer("in_feed", { mode: "boolean" }).notNull(),
    requestId: text("request_id").notNull(),
    ipAddress: text("ip_address").notNull(),
    userAgent: text("user_agent").notNull(),
    /** The tablet it was done on, where a person used one. */
    deviceId: text("device_id"),
  },
  (table) => [
    index("audit_workspace").on(table.workspaceId, table.id),
    index("audit_feed").on(table.workspaceId, table.inFeed, table.id),
    index("audit_action").on(table.workspaceId, table.action, table.id),
    index("audit_actor").on(table.workspaceId, table.actorId, table.id),
  ],
);
