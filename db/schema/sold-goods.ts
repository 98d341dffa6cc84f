import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { timeColumn, workspaceColumn } from "./columns.ts";

/**
 * What the lines of orders that count as sales come to, of each thing on offer, in blocks of 1, 8 and 64 days of the world's clock;
 * kept by triggers on `order_items` so that it is never anything else. What an offer is linked to is not in it: a link that is made
 * anew changes nothing here.
 */
export const soldGoods = sqliteTable(
  "sold_goods",
  {
    workspaceId: workspaceColumn(),
    /** How long the block is. */
    days: integer("days").notNull(),
    /** When it began: blocks of a length follow on each other from 1970 on. */
    fromAt: timeColumn("from_at").notNull(),
    channelId: text("channel_id").notNull(),
    listingRef: text("listing_ref").notNull(),
    modelRef: text("model_ref").notNull(),
    currency: text("currency").notNull(),
    lines: integer("lines").notNull(),
    units: integer("units").notNull(),
    cents: integer("cents").notNull(),
  },
  (table) => [
    primaryKey({
      name: "sold_goods_key",
      columns: [table.workspaceId, table.days, table.fromAt, table.channelId, table.listingRef, table.modelRef, table.currency],
    }),
  ],
);
