import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** What a line of an order asks of the warehouse, from its arrival until it has left the house. */
export const demandLines = sqliteTable(
  "demand_lines",
  {
    /** That of the order's line. */
    id: idColumn(),
    workspaceId: workspaceColumn(),
    orderId: text("order_id").notNull(),
    channelId: text("channel_id").notNull(),
    /** The variant; null as long as the listing is linked to none. */
    sku: text("sku"),
    quantity: integer("quantity").notNull(),
    /** Whose promise came first: served first, also after it had to wait. */
    rank: integer("rank").notNull(),
    state: text("state").notNull(),
    fulfilmentId: text("fulfilment_id"),
    changedAt: timeColumn("changed_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("demand_lines_state").on(table.workspaceId, table.state, table.rank, table.id),
    // What is still owed, which is few of many and asked for by every sum of what is available.
    index("demand_lines_owed")
      .on(table.workspaceId, table.sku, table.state, table.quantity)
      .where(sql`state not in ('shipped', 'cancelled')`),
    index("demand_lines_order").on(table.workspaceId, table.orderId),
    index("demand_lines_fulfilment").on(table.workspaceId, table.fulfilmentId),
  ],
);

/** A part of a demand line that one zone was asked for; its id is the demand's name there. */
export const allocations = sqliteTable(
  "allocations",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    demandLineId: text("demand_line_id").notNull(),
    fulfilmentId: text("fulfilment_id").notNull(),
    zoneId: text("zone_id").notNull(),
    sku: text("sku").notNull(),
    /** What the zone promised; before it answered, what it was asked for. */
    qty: integer("qty").notNull(),
    pickedQty: integer("picked_qty").notNull().default(0),
    /** asked (the zone has not answered yet), reserved, picked, shipped, or released: given back. */
    state: text("state").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [
    index("allocations_fulfilment").on(table.workspaceId, table.fulfilmentId),
    index("allocations_zone").on(table.workspaceId, table.zoneId, table.state),
  ],
);

/** An order on its way through the house: released to be picked, packed, and handed to the carrier. */
export const fulfilments = sqliteTable(
  "fulfilments",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    orderId: text("order_id").notNull(),
    channelId: text("channel_id").notNull(),
    warehouseId: text("warehouse_id").notNull(),
    waveId: text("wave_id"),
    state: text("state").notNull(),
    /** What keeps it from going on, in words of `fulfilmentProblems`. */
    problem: text("problem"),
    parcel: text("parcel", { mode: "json" }).$type<Record<string, unknown>>(),
    trackingCode: text("tracking_code"),
    /** Whether the marketplace has heard that it left: null before it left, then "due", "told" or "refused". */
    telling: text("telling"),
    tellError: text("tell_error"),
    createdAt: timeColumn("created_at").notNull(),
    pickedAt: timeColumn("picked_at"),
    packedAt: timeColumn("packed_at"),
    shippedAt: timeColumn("shipped_at"),
    version: versionColumn(),
  },
  (table) => [
    // An order that was given up may be released anew.
    uniqueIndex("fulfilments_order")
      .on(table.workspaceId, table.orderId)
      .where(sql`state <> 'cancelled'`),
    index("fulfilments_state").on(table.workspaceId, table.state, table.createdAt, table.id),
    index("fulfilments_wave").on(table.workspaceId, table.waveId),
  ],
);

/** Orders that are picked in one go. */
export const waves = sqliteTable(
  "waves",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    warehouseId: text("warehouse_id").notNull(),
    number: integer("number").notNull(),
    /** Which fulfilments are walked together, and how far. */
    plan: text("plan", { mode: "json" }).$type<Record<string, unknown>>(),
    createdBy: text("created_by").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("waves_number").on(table.workspaceId, table.warehouseId, table.number)],
);
