import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A mirror of the vendor's order; an older answer never replaces a newer one. */
export const orders = sqliteTable(
  "orders",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    channelId: text("channel_id").notNull(),
    orderRef: text("order_ref").notNull(),
    packRef: text("pack_ref").notNull(),
    state: text("state").notNull(),
    vendorStatus: text("vendor_status").notNull(),
    currency: text("currency").notNull(),
    /** Items only: what counts as sales. */
    totalCents: integer("total_cents").notNull(),
    paidCents: integer("paid_cents").notNull(),
    units: integer("units").notNull(),
    feeCents: integer("fee_cents"),
    /** What our dated fee tables say the fee should be, written once when the order is first seen. */
    predictedFeeCents: integer("predicted_fee_cents"),
    shippingCostCents: integer("shipping_cost_cents"),
    settledCents: integer("settled_cents"),
    buyerRef: text("buyer_ref").notNull(),
    buyerName: text("buyer_name"),
    buyerMessage: text("buyer_message"),
    cancelledBy: text("cancelled_by"),
    cancelReason: text("cancel_reason"),
    tags: text("tags", { mode: "json" }).$type<string[]>().notNull(),
    shipmentRef: text("shipment_ref"),
    shipmentStatus: text("shipment_status"),
    shipment: text("shipment", { mode: "json" }).$type<Record<string, unknown>>(),
    shipBy: timeColumn("ship_by"),
    shippedAt: timeColumn("shipped_at"),
    deliveredAt: timeColumn("delivered_at"),
    isLate: integer("is_late", { mode: "boolean" }).notNull(),
    placedAt: timeColumn("placed_at").notNull(),
    paidAt: timeColumn("paid_at"),
    closedAt: timeColumn("closed_at"),
    remoteUpdatedAt: timeColumn("remote_updated_at").notNull(),
    readAt: timeColumn("read_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("orders_remote").on(table.channelId, table.orderRef),
    // Covers the sums of the dashboard, so that they read the index alone.
    index("orders_sales").on(
      table.workspaceId,
      table.placedAt,
      table.state,
      table.channelId,
      table.currency,
      table.totalCents,
      table.units,
      table.buyerRef,
    ),
    // What left, by when it left, with what says how late it was.
    index("orders_shipped")
      .on(table.workspaceId, table.shippedAt, table.channelId, table.isLate, table.shipBy, table.paidAt, table.placedAt)
      .where(sql`shipped_at is not null`),
    index("orders_placed").on(table.workspaceId, table.placedAt, table.id),
    index("orders_state").on(table.workspaceId, table.state, table.placedAt, table.id),
    index("orders_channel").on(table.workspaceId, table.channelId, table.placedAt, table.id),
    index("orders_state_total").on(table.workspaceId, table.state, table.totalCents, table.id),
    index("orders_channel_total").on(table.workspaceId, table.channelId, table.totalCents, table.id),
    // Those that wait to leave, as `openStates` says: few of many, and asked for with every list.
    index("orders_open")
      .on(table.workspaceId, table.placedAt, table.id)
      .where(sql`state in ('held', 'ready')`),
    index("orders_cancelled").on(table.workspaceId, table.cancelledBy, table.placedAt, table.id),
    index("orders_total").on(table.workspaceId, table.totalCents, table.id),
    index("orders_pack").on(table.workspaceId, table.packRef),
    index("orders_shipment").on(table.workspaceId, table.shipmentRef),
  ],
);

export const orderItems = sqliteTable(
  "order_items",
  {
    /** The order's id and the line's number: reading an order again writes the same rows. */
    id: text("id").primaryKey(),
    workspaceId: workspaceColumn(),
    orderId: text("order_id").notNull(),
    channelId: text("channel_id").notNull(),
    listingRef: text("listing_ref").notNull(),
    modelRef: text("model_ref").notNull(),
    sku: text("sku"),
    title: text("title").notNull(),
    quantity: integer("quantity").notNull(),
    unitPriceCents: integer("unit_price_cents").notNull(),
    feeCents: integer("fee_cents"),
    /** The order's own, so that sales by product need no join. */
    placedAt: timeColumn("placed_at").notNull(),
    isCancelled: integer("is_cancelled", { mode: "boolean" }).notNull(),
    /** The order's own too; empty on lines written before there was this column. */
    currency: text("currency").notNull().default(""),
  },
  (table) => [
    index("order_items_arrived").on(table.workspaceId, table.id),
    index("order_items_order").on(table.workspaceId, table.orderId),
    index("order_items_listing").on(table.workspaceId, table.channelId, table.listingRef, table.placedAt),
    // Covers sums of what was sold, which read a stretch of time and nothing else.
    index("order_items_sold").on(
      table.workspaceId,
      table.placedAt,
      table.isCancelled,
      table.channelId,
      table.listingRef,
      table.modelRef,
      table.currency,
      table.quantity,
      table.unitPriceCents,
      table.orderId,
    ),
  ],
);

/** What an order went through, as far as we have seen it. */
export const orderEvents = sqliteTable(
  "order_events",
  {
    id: text("id").primaryKey(),
    workspaceId: workspaceColumn(),
    orderId: text("order_id").notNull(),
    at: timeColumn("at").notNull(),
    state: text("state").notNull(),
    vendorStatus: text("vendor_status").notNull(),
    shipmentStatus: text("shipment_status"),
  },
  (table) => [index("order_events_order").on(table.workspaceId, table.orderId, table.at)],
);
