import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** Goods that come back: what is expected, and what became of it. */
export const returns = sqliteTable(
  "returns",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    number: integer("number").notNull(),
    /** Both null where goods arrive that nobody announced. */
    orderId: text("order_id"),
    channelId: text("channel_id"),
    /** person, or channel: the marketplace told of it. */
    source: text("source").notNull(),
    reason: text("reason").notNull(),
    note: text("note"),
    trackingCode: text("tracking_code"),
    state: text("state").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    arrivedAt: timeColumn("arrived_at"),
    inspectedAt: timeColumn("inspected_at"),
    /** When it was closed or called off. */
    endedAt: timeColumn("ended_at"),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("returns_number").on(table.workspaceId, table.number),
    // A marketplace is heard many times and makes one return of an order.
    uniqueIndex("returns_told")
      .on(table.workspaceId, table.orderId)
      .where(sql`source = 'channel'`),
    index("returns_order").on(table.workspaceId, table.orderId),
    index("returns_state").on(table.workspaceId, table.state, table.id),
    index("returns_created").on(table.workspaceId, table.createdAt, table.channelId, table.reason),
  ],
);

export const returnLines = sqliteTable(
  "return_lines",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    returnId: text("return_id").notNull(),
    /** Of the order, which is also the name of what it asked of the warehouse. */
    orderLineId: text("order_line_id"),
    /** The variant. */
    sku: text("sku").notNull(),
    title: text("title").notNull(),
    quantity: integer("quantity").notNull(),
  },
  (table) => [
    index("return_lines_return").on(table.workspaceId, table.returnId),
    index("return_lines_order").on(table.workspaceId, table.orderLineId),
  ],
);

/**
 * What a zone is asked to book for a return, one command each, which has the step's id: written down before the zone is
 * asked, so that a crash in between is asked again and booked once.
 */
export const returnSteps = sqliteTable(
  "return_steps",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    returnId: text("return_id").notNull(),
    lineId: text("line_id").notNull(),
    /** arrival, or what became of what arrived. */
    kind: text("kind").notNull(),
    /** The arrival that these are goods of; null for an arrival itself. */
    arrivalId: text("arrival_id"),
    zoneId: text("zone_id").notNull(),
    binId: text("bin_id").notNull(),
    /** Null where they stay where they are. */
    toBin: text("to_bin"),
    sku: text("sku").notNull(),
    lot: text("lot").notNull(),
    expiresAt: timeColumn("expires_at"),
    qty: integer("qty").notNull(),
    serials: text("serials", { mode: "json" }).$type<string[]>().notNull(),
    /** asked, booked, or refused by the zone. */
    state: text("state").notNull(),
    /** Why the zone refused it. */
    refusal: text("refusal"),
    doneBy: text("done_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("return_steps_return").on(table.workspaceId, table.returnId, table.id),
    // What no zone has answered yet, which is nothing most of the time.
    index("return_steps_asked")
      .on(table.workspaceId, table.id)
      .where(sql`state = 'asked'`),
  ],
);
