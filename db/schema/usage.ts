import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What is paid for, each once: an interaction or a pattern, whatever becomes of it later. */
export const usageCounts = sqliteTable(
  "usage_counts",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** interaction or pattern. */
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** YYYY-MM-DD in the workspace's time zone. */
    day: text("day").notNull(),
    countedAt: timeColumn("counted_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("usage_counts_once").on(table.workspaceId, table.kind, table.subjectId),
    index("usage_counts_day").on(table.workspaceId, table.kind, table.day),
  ],
);
