import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, workspaceColumn } from "./columns.ts";

export const notifications = sqliteTable(
  "notifications",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    userId: text("user_id").notNull(),
    /** The event it tells about: one event reaches a person once, however often it is delivered. */
    eventId: text("event_id").notNull(),
    kind: text("kind").notNull(),
    data: text("data", { mode: "json" }).$type<Record<string, string>>().notNull(),
    createdAt: timeColumn("created_at").notNull(),
    readAt: timeColumn("read_at"),
  },
  (table) => [
    uniqueIndex("notifications_once").on(table.userId, table.eventId),
    index("notifications_user").on(table.workspaceId, table.userId, table.id),
    index("notifications_unread").on(table.workspaceId, table.userId, table.readAt),
  ],
);
