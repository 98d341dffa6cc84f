import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What is paid for, each thing once however often it was worked on. */
export const usageCounts = sqliteTable(
  "usage_counts",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** interaction or pattern. */
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    quantity: integer("quantity").notNull(),
    countedAt: timeColumn("counted_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("usage_counts_once").on(table.workspaceId, table.kind, table.subjectId),
    index("usage_counts_period").on(table.workspaceId, table.kind, table.countedAt),
  ],
);
