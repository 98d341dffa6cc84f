import { isNull } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A file that is being made or waits to be fetched. The bytes are in R2 under `objectKey`. */
export const exportJobs = sqliteTable(
  "export_jobs",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    kind: text("kind").notNull(),
    filter: text("filter", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    state: text("state").notNull(),
    rowsDone: integer("rows_done").notNull(),
    rowsTotal: integer("rows_total").notNull(),
    objectKey: text("object_key"),
    sizeBytes: integer("size_bytes"),
    problem: text("problem"),
    requestedByUserId: text("requested_by_user_id").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    finishedAt: timeColumn("finished_at"),
    version: versionColumn(),
    /** When a part was last written: an export that stands still is woken. */
    heartbeatAt: timeColumn("heartbeat_at"),
  },
  (table) => [
    index("export_jobs_workspace").on(table.workspaceId, table.requestedByUserId, table.id),
    index("export_jobs_open").on(table.createdAt).where(isNull(table.finishedAt)),
  ],
);
