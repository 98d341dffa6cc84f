import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What a marketplace was told last about how many of a listing can be sold, by channels that follow the warehouse. */
export const channelStock = sqliteTable(
  "channel_stock",
  {
    /** That of the listing. */
    id: idColumn(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    /** What could be sold when this was decided. */
    wanted: integer("wanted").notNull(),
    /** What the marketplace last took; null when it never took anything. */
    toldStock: integer("told_stock"),
    toldAt: timeColumn("told_at"),
    state: text("state").notNull(),
    /** How often in a row it came to nothing. */
    attempts: integer("attempts").notNull().default(0),
    /** Why it came to nothing, in words of refusals; null when it did not. */
    reason: text("reason"),
    /** The marketplace's own words. */
    lastError: text("last_error"),
    /** While it is being told nobody else tells it; afterwards, when it may be tried again. Null when nothing is to be tried. */
    dueAt: timeColumn("due_at"),
    decidedAt: timeColumn("decided_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("channel_stock_channel").on(table.workspaceId, table.channelId),
    // Asked every minute across all workspaces.
    index("channel_stock_due")
      .on(table.dueAt)
      .where(sql`due_at is not null`),
  ],
);
