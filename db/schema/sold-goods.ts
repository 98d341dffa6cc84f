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
    /** Orders that hold it: one that holds it in two lines is one. */
    orders: integer("orders").notNull().default(0),
    /** Fees and shipping of the orders by the share of each line in them, in ten-thousandths of a cent. */
    takenMicros: integer("taken_micros").notNull().default(0),
  },
  (table) => [
    primaryKey({
      name: "sold_goods_key",
      columns: [table.workspaceId, table.days, table.fromAt, table.channelId, table.listingRef, table.modelRef, table.currency],
    }),
  ],
);

/**
 * What lies in one order with other things, of orders that count as sales: what two things of the same product share is no two
 * orders. Kept by triggers as well. It may hold a thing that is alone by now, which takes nothing away.
 */
export const soldTogether = sqliteTable(
  "sold_together",
  {
    workspaceId: workspaceColumn(),
    placedAt: timeColumn("placed_at").notNull(),
    orderId: text("order_id").notNull(),
    channelId: text("channel_id").notNull(),
    listingRef: text("listing_ref").notNull(),
    modelRef: text("model_ref").notNull(),
  },
  (table) => [
    primaryKey({
      name: "sold_together_key",
      columns: [table.workspaceId, table.placedAt, table.orderId, table.channelId, table.listingRef, table.modelRef],
    }),
  ],
);
