import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What a period is counted as: sums that add up, so that a week is made of its days and a year of its months. */
export const patternTallies = sqliteTable(
  "pattern_tallies",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** day, week, month, year or all. */
    period: text("period").notNull(),
    /** First day of it, YYYY-MM-DD in the workspace's time zone. */
    startDay: text("start_day").notNull(),
    tally: text("tally", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    sessions: integer("sessions").notNull(),
    countedAt: timeColumn("counted_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("pattern_tallies_once").on(table.workspaceId, table.period, table.startDay)],
);

/** What repeats itself in what shoppers do, with how sure it is and what it was found in. */
export const patterns = sqliteTable(
  "patterns",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    period: text("period").notNull(),
    startDay: text("start_day").notNull(),
    /** drop-off, hesitation, search-in-vain, affinity, rising, falling, busy-hours, returning or anomaly. */
    kind: text("kind").notNull(),
    /** What it is about, the same whenever it is found again. */
    key: text("key").notNull(),
    facts: text("facts", { mode: "json" }).$type<Record<string, string | number | null>>().notNull(),
    /** Sessions it was seen in, and out of how many. */
    support: integer("support").notNull(),
    outOf: integer("out_of").notNull(),
    /** 0 to 1000: one less the chance that noise shows as much, after all that were tried. */
    confidencePerMille: integer("confidence_per_mille").notNull(),
    /** How strong, in thousandths of what its kind is measured in. */
    effectPerMille: integer("effect_per_mille").notNull(),
    /** Against the period before; null while there is none. */
    changePercent: integer("change_percent"),
    interactionIds: text("interaction_ids", { mode: "json" }).$type<string[]>().notNull(),
    /** open, pinned or dismissed. */
    state: text("state").notNull(),
    foundAt: timeColumn("found_at").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
    /** Sessions more or fewer than were to be expected: patterns of all kinds are ordered by it. */
    strength: integer("strength").notNull().default(0),
    /** Why somebody put it aside. */
    dismissedBecause: text("dismissed_because"),
  },
  (table) => [
    uniqueIndex("patterns_once").on(table.workspaceId, table.period, table.startDay, table.kind, table.key),
    index("patterns_list").on(table.workspaceId, table.period, table.startDay, table.state),
    index("patterns_created").on(table.workspaceId, table.createdAt),
  ],
);
