import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** How the vendor judged the account, one row a day: the last reading of that day. */
export const reputationDays = sqliteTable(
  "reputation_days",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    /** UTC day as YYYY-MM-DD. */
    day: text("day").notNull(),
    reputation: text("reputation", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    readAt: timeColumn("read_at").notNull(),
  },
  (table) => [
    uniqueIndex("reputation_days_once").on(table.channelId, table.day),
    index("reputation_days_channel").on(table.workspaceId, table.channelId, table.day),
  ],
);

export const scoreDays = sqliteTable(
  "score_days",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** Empty for the whole workspace. */
    channelId: text("channel_id").notNull(),
    day: text("day").notNull(),
    score: integer("score"),
    parts: text("parts", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    readAt: timeColumn("read_at").notNull(),
  },
  (table) => [uniqueIndex("score_days_once").on(table.workspaceId, table.channelId, table.day)],
);

export type Evidence = { key: string; value: string | number; unit?: string }[];

/** Advice that a rule gave, and what became of it. */
export const recommendations = sqliteTable(
  "recommendations",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    ruleId: text("rule_id").notNull(),
    channelId: text("channel_id").notNull(),
    /** account, listing, order, question or sku. */
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectLabel: text("subject_label").notNull(),
    /** open, applied, dismissed or settled (its cause is gone). */
    state: text("state").notNull(),
    /** Higher comes first. */
    priority: integer("priority").notNull(),
    evidence: text("evidence", { mode: "json" }).$type<Evidence>().notNull(),
    /** What the rule expects: which figure, from what to what. */
    expected: text("expected", { mode: "json" }).$type<{ metric: string; before: number; after: number; unit: string }>().notNull(),
    /** What "apply" would do; null when only a person can do it. */
    remedy: text("remedy", { mode: "json" }).$type<Record<string, unknown>>(),
    measuredAfter7: text("measured_after_7", { mode: "json" }).$type<{ value: number | null; at: number }>(),
    measuredAfter14: text("measured_after_14", { mode: "json" }).$type<{ value: number | null; at: number }>(),
    firstSeenAt: timeColumn("first_seen_at").notNull(),
    lastSeenAt: timeColumn("last_seen_at").notNull(),
    decidedAt: timeColumn("decided_at"),
    decidedByUserId: text("decided_by_user_id"),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("recommendations_once").on(table.workspaceId, table.ruleId, table.channelId, table.subjectId),
    index("recommendations_open").on(table.workspaceId, table.state, table.priority, table.id),
    index("recommendations_measure").on(table.state, table.decidedAt),
  ],
);

/** A change of many listings at once: who asked, and what became of each. */
export const listingChanges = sqliteTable(
  "listing_changes",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** price, stock or status. */
    kind: text("kind").notNull(),
    /** waiting, running, done, cancelled or undone. */
    state: text("state").notNull(),
    /** The change this one takes back. */
    undoOfId: text("undo_of_id"),
    total: integer("total").notNull(),
    applied: integer("applied").notNull(),
    refused: integer("refused").notNull(),
    requestedBy: text("requested_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    finishedAt: timeColumn("finished_at"),
    version: versionColumn(),
    /** Which stretch of the run goes on: a message that still speaks of an earlier one is late and does nothing. */
    stretch: integer("stretch").notNull().default(0),
  },
  (table) => [
    index("listing_changes_workspace").on(table.workspaceId, table.id),
    index("listing_changes_undo").on(table.workspaceId, table.undoOfId),
  ],
);

export const listingChangeItems = sqliteTable(
  "listing_change_items",
  {
    id: text("id").primaryKey(),
    workspaceId: workspaceColumn(),
    changeId: text("change_id").notNull(),
    listingId: text("listing_id").notNull(),
    channelId: text("channel_id").notNull(),
    label: text("label").notNull(),
    /** Cents or units; a status is 1 on sale or 0 paused. */
    before: integer("before").notNull(),
    after: integer("after").notNull(),
    /** waiting, applied, accepted, refused or cancelled. */
    state: text("state").notNull(),
    reason: text("reason"),
    vendorText: text("vendor_text"),
    finishedAt: timeColumn("finished_at"),
  },
  (table) => [
    index("listing_change_items_arrived").on(table.workspaceId, table.id),
    index("listing_change_items_change").on(table.workspaceId, table.changeId, table.id),
    index("listing_change_items_listing").on(table.workspaceId, table.listingId, table.finishedAt),
  ],
);

/** A list as somebody likes to see it. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    userId: text("user_id").notNull(),
    /** The list: listings, orders … */
    page: text("page").notNull(),
    name: text("name").notNull(),
    query: text("query").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("saved_views_name").on(table.workspaceId, table.userId, table.page, table.name)],
);
