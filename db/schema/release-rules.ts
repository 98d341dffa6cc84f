import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** When the orders of a warehouse release themselves: one rule a warehouse. */
export const releaseRules = sqliteTable(
  "release_rules",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    warehouseId: text("warehouse_id").notNull(),
    isActive: integer("is_active", { mode: "boolean" }).notNull(),
    /** Null: not by the clock. */
    everyMinutes: integer("every_minutes"),
    /** Null: not by how many wait. */
    whenWaiting: integer("when_waiting"),
    /** When the carrier comes, in the workspace's time zone. Days as in ISO 8601: Monday is 1. */
    cutOffs: text("cut_offs", { mode: "json" }).$type<{ days: number[]; time: string }[]>().notNull(),
    leadMinutes: integer("lead_minutes").notNull(),
    /** Empty: all of them. */
    channelIds: text("channel_ids", { mode: "json" }).$type<string[]>().notNull(),
    batching: text("batching", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** Written together with the wave: what is released once is not released again for the same reason. */
    lastReleasedAt: timeColumn("last_released_at"),
    lastWaveId: text("last_wave_id"),
    /** More could go than one wave takes. */
    hasMore: integer("has_more", { mode: "boolean" }).notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
    /** Grows when a person changes the rule; a release changes the row, but not what a person looks at and edits. */
    settingsVersion: integer("settings_version").notNull().default(1),
  },
  (table) => [
    uniqueIndex("release_rules_warehouse").on(table.workspaceId, table.warehouseId),
    index("release_rules_active").on(table.isActive, table.workspaceId),
  ],
);
