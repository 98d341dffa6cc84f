import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { timeColumn, workspaceColumn } from "./columns.ts";

/**
 * What the orders placed in a quarter of an hour come to, kept by triggers on `orders` so that it is never anything else. In
 * every zone days begin with such a quarter, so that nothing is counted anew where a workspace moves to another one.
 */
export const salesQuarters = sqliteTable(
  "sales_quarters",
  {
    workspaceId: workspaceColumn(),
    /** When it began. */
    quarterAt: timeColumn("quarter_at").notNull(),
    channelId: text("channel_id").notNull(),
    currency: text("currency").notNull(),
    state: text("state").notNull(),
    /** Empty where nobody cancelled. */
    cancelledBy: text("cancelled_by").notNull(),
    orders: integer("orders").notNull(),
    units: integer("units").notNull(),
    totalCents: integer("total_cents").notNull(),
    /** As told, else as predicted. */
    feeCents: integer("fee_cents").notNull(),
    /** What those orders came to whose fee is known or predicted. */
    feeKnownCents: integer("fee_known_cents").notNull(),
    shippingCents: integer("shipping_cents").notNull(),
  },
  (table) => [
    primaryKey({
      name: "sales_quarters_key",
      columns: [table.workspaceId, table.quarterAt, table.channelId, table.currency, table.state, table.cancelledBy],
    }),
  ],
);
