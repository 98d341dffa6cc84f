import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A visitor's session that has ended: what its object knew before it was emptied into the archive. */
export const shopperSessions = sqliteTable(
  "shopper_sessions",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    siteId: text("site_id").notNull(),
    /** Lasts as long as consent allows: for good, or a day. */
    visitorKey: text("visitor_key").notNull(),
    /** The shop's own name for the person, when it told one. */
    userRef: text("user_ref"),
    startedAt: timeColumn("started_at").notNull(),
    endedAt: timeColumn("ended_at").notNull(),
    events: integer("events").notNull(),
    /** As visits are counted elsewhere: a new one after 30 minutes without an event. */
    halfHourVisits: integer("half_hour_visits").notNull(),
    /** The session whose late events these are. */
    followsId: text("follows_id"),
    /** idle, cap or erased. */
    endedBy: text("ended_by").notNull(),
    isBot: integer("is_bot", { mode: "boolean" }).notNull(),
    features: text("features", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    /** Where its events are in the raw archive; null once they are gone. */
    archiveKey: text("archive_key"),
    /** waiting, done or failed: how far its interaction is. */
    processing: text("processing").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("shopper_sessions_workspace").on(table.workspaceId, table.startedAt, table.id),
    // With all that visitors are counted by.
    index("shopper_sessions_site").on(table.workspaceId, table.siteId, table.startedAt, table.isBot, table.visitorKey),
    index("shopper_sessions_created").on(table.workspaceId, table.createdAt),
    index("shopper_sessions_visitor").on(table.workspaceId, table.visitorKey, table.startedAt),
    index("shopper_sessions_unfinished")
      .on(table.createdAt)
      .where(sql`processing = 'waiting'`),
  ],
);

/** What shoppers did, as a sentence with its evidence, whatever it was seen by. */
export const interactions = sqliteTable(
  "interactions",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** web, social or cctv. */
    source: text("source").notNull(),
    /** The site, profile or camera. */
    sourceId: text("source_id").notNull(),
    /** What it was made of: a session, a post, an hour of a camera. Once each. */
    subjectId: text("subject_id").notNull(),
    visitorKey: text("visitor_key"),
    kind: text("kind").notNull(),
    /** In the workspace's language, as it was when it was described. */
    text: text("text").notNull(),
    /** rules or model. */
    describedBy: text("described_by").notNull(),
    aiCallId: text("ai_call_id"),
    occurredAt: timeColumn("occurred_at").notNull(),
    durationMs: integer("duration_ms").notNull(),
    channel: text("channel").notNull(),
    isBot: integer("is_bot", { mode: "boolean" }).notNull(),
    products: text("products", { mode: "json" }).$type<unknown[]>().notNull(),
    moments: text("moments", { mode: "json" }).$type<unknown[]>().notNull(),
    /** Words of reasons and of what was looked for, for filters: `hesitation:shipping-cost`, `search:chaleira`. */
    tags: text("tags", { mode: "json" }).$type<string[]>().notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("interactions_once").on(table.workspaceId, table.source, table.subjectId),
    index("interactions_workspace").on(table.workspaceId, table.occurredAt, table.id),
    index("interactions_kind").on(table.workspaceId, table.kind, table.occurredAt, table.id),
    index("interactions_visitor").on(table.workspaceId, table.visitorKey, table.occurredAt),
  ],
);

/** Which products an interaction was about, one row each, so that a product finds its shoppers. */
export const interactionProducts = sqliteTable(
  "interaction_products",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    interactionId: text("interaction_id").notNull(),
    productKey: text("product_key").notNull(),
    productId: text("product_id"),
    role: text("role").notNull(),
    occurredAt: timeColumn("occurred_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("interaction_products_once").on(table.workspaceId, table.interactionId, table.productKey),
    index("interaction_products_product").on(table.workspaceId, table.productId, table.occurredAt),
    index("interaction_products_time").on(table.workspaceId, table.occurredAt, table.role, table.productId, table.interactionId),
  ],
);
