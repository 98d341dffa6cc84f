import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, workspaceColumn } from "./columns.ts";

/** What was seen of prices, a row for each change: the same price seen again adds nothing. */
export const priceSightings = sqliteTable(
  "price_sightings",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    /** What is followed from look to look: one price of one listing, or one seller's offer of a code. */
    stream: text("stream").notNull(),
    /** own, winner, reference or offer. */
    kind: text("kind").notNull(),
    /** Null for offers: a feed tells them of a code, whoever sells it. */
    listingId: text("listing_id"),
    channelId: text("channel_id"),
    /** Only of offers. */
    gtin: text("gtin"),
    seller: text("seller").notNull(),
    state: text("state").notNull(),
    currency: text("currency").notNull(),
    /** Null where it is told who stands where, and not at which price. */
    cents: integer("cents"),
    /** What was seen before; null the first time. */
    beforeCents: integer("before_cents"),
    /** Ours at that moment, in the same currency; null where none compares. */
    ownCents: integer("own_cents"),
    seenAt: timeColumn("seen_at").notNull(),
  },
  (table) => [
    uniqueIndex("price_sightings_once").on(table.workspaceId, table.stream, table.seenAt),
    index("price_sightings_listing").on(table.workspaceId, table.listingId, table.seenAt),
    index("price_sightings_gtin").on(table.workspaceId, table.gtin, table.seenAt),
    index("price_sightings_age").on(table.seenAt),
  ],
);

/** When a trend about own goods began, turned, or became calm, a row for each of the goods. */
export const trendSightings = sqliteTable(
  "trend_sightings",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    trendId: text("trend_id").notNull(),
    /** A product, or a listing that is linked to none. */
    goodId: text("good_id").notNull(),
    term: text("term").notNull(),
    region: text("region").notNull(),
    direction: text("direction").notNull(),
    changePercent: integer("change_percent"),
    sureness: integer("sureness").notNull(),
    seenAt: timeColumn("seen_at").notNull(),
  },
  (table) => [
    uniqueIndex("trend_sightings_once").on(table.workspaceId, table.trendId, table.goodId, table.seenAt),
    index("trend_sightings_good").on(table.workspaceId, table.goodId, table.seenAt),
    index("trend_sightings_age").on(table.seenAt),
  ],
);
