import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** One analysis of a listing: what it said, who said it, and which state of things it looked at. */
export const listingAnalyses = sqliteTable(
  "listing_analyses",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    listingId: text("listing_id").notNull(),
    /** The title as it was. */
    label: text("label").notNull(),
    score: integer("score").notNull(),
    result: text("result", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** Versions of what was looked at: the listing, its product, and how many reviews and questions. */
    inputs: text("inputs", { mode: "json" }).$type<Record<string, number | string | null>>().notNull(),
    /** rules or model. */
    source: text("source").notNull(),
    /** Why no model answered. */
    reason: text("reason"),
    provider: text("provider"),
    model: text("model"),
    callId: text("call_id"),
    rulesVersion: integer("rules_version").notNull(),
    promptName: text("prompt_name").notNull(),
    promptVersion: integer("prompt_version").notNull(),
    requestedBy: text("requested_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [index("listing_analyses_listing").on(table.workspaceId, table.listingId, table.id)],
);

/** A title or description that was told to a marketplace, and what it was before. */
export const listingTextChanges = sqliteTable(
  "listing_text_changes",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    listingId: text("listing_id").notNull(),
    channelId: text("channel_id").notNull(),
    listingRef: text("listing_ref").notNull(),
    /** title or description. */
    field: text("field").notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    /** applied, refused or undone. */
    state: text("state").notNull(),
    reason: text("reason"),
    vendorText: text("vendor_text"),
    /** The change this one takes back. */
    undoOfId: text("undo_of_id"),
    /** The analysis it came from. */
    analysisId: text("analysis_id"),
    /** Visits of the 30 days before, as the marketplace counted them last. */
    visits30dBefore: integer("visits_30d_before"),
    requestedBy: text("requested_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [index("listing_text_changes_listing").on(table.workspaceId, table.listingId, table.id)],
);
