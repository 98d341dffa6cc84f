import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { timeColumn, workspaceColumn } from "./columns.ts";

/**
 * What the orders placed in an hour of the world's clock come to, kept by triggers on `orders` so that it is never anything else.
 * Of hours days are made in every zone that is whole hours away, so that nothing is counted anew where a workspace moves to
 * another one; in the few others orders are counted themselves.
 */
export const salesHours = sqliteTable(
  "sales_hours",
  {
    workspaceId: workspaceColumn(),
    /** When it began. */
    hourAt: timeColumn("hour_at").notNull(),
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
      name: "sales_hours_key",
      columns: [table.workspaceId, table.hourAt, table.channelId, table.currency, table.state, table.cancelledBy],
    }),
  ],
);
