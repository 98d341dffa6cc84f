import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

type Part = { found: number; of: number };

/** What many buyers complain about, worked out from their reviews; what people decided about it stays when it is worked out anew. */
export const reviewGaps = sqliteTable(
  "review_gaps",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** A product's id, or channel and listing where no product is linked. */
    subject: text("subject").notNull(),
    topic: text("topic").notNull(),
    /** The buyers' own words, where no aspect knows it. */
    label: text("label"),
    productId: text("product_id"),
    /** The listing that most of these reviews are about. */
    listingId: text("listing_id"),
    channelId: text("channel_id").notNull(),
    listingRef: text("listing_ref").notNull(),
    title: text("title").notNull(),
    reviews: integer("reviews").notNull(),
    reviewsOf: integer("reviews_of").notNull(),
    questions: integer("questions").notNull(),
    /** Reviews among them that hold what reads like an order to whoever processes them. */
    suspicious: integer("suspicious").notNull(),
    severity: text("severity").notNull(),
    severityScore: integer("severity_score").notNull(),
    /** How many say it times how badly, in hundredths: the order of lists. */
    weight: integer("weight").notNull(),
    trend: text("trend", { mode: "json" }).$type<{ direction: string; recent: Part; earlier: Part; sure: number }>().notNull(),
    /** Hundredths. */
    confidence: integer("confidence").notNull(),
    firstAt: timeColumn("first_at").notNull(),
    lastAt: timeColumn("last_at").notNull(),
    quotes: text("quotes", { mode: "json" }).$type<unknown[]>().notNull(),
    phrases: text("phrases", { mode: "json" }).$type<string[]>().notNull(),
    fix: text("fix", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** open, fixing, fixed or dismissed. */
    state: text("state").notNull(),
    /** Since when what was done about it can show. */
    mendedAt: timeColumn("mended_at"),
    before: text("before", { mode: "json" }).$type<Part>(),
    after: text("after", { mode: "json" }).$type<Part>(),
    refreshedAt: timeColumn("refreshed_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("review_gaps_once").on(table.workspaceId, table.subject, table.topic),
    index("review_gaps_state").on(table.workspaceId, table.state, table.weight, table.id),
    index("review_gaps_weight").on(table.workspaceId, table.weight, table.id),
    index("review_gaps_product").on(table.workspaceId, table.productId),
  ],
);

/** What has to be settled with whoever makes or sells the goods to us. */
export const supplierIssues = sqliteTable(
  "supplier_issues",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    gapId: text("gap_id").notNull(),
    productId: text("product_id"),
    title: text("title").notNull(),
    topic: text("topic").notNull(),
    note: text("note").notNull(),
    /** open or resolved. */
    state: text("state").notNull(),
    notedBy: text("noted_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    resolvedAt: timeColumn("resolved_at"),
    version: versionColumn(),
  },
  (table) => [
    index("supplier_issues_state").on(table.workspaceId, table.state, table.id),
    index("supplier_issues_gap").on(table.workspaceId, table.gapId, table.state),
    index("supplier_issues_product").on(table.workspaceId, table.productId, table.id),
  ],
);
