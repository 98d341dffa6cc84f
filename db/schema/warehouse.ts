import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A building with stock in it. */
export const warehouses = sqliteTable(
  "warehouses",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("warehouses_code").on(table.workspaceId, table.code)],
);

/** A part of a warehouse that works by itself: its stock and tasks are kept by a room of this id, and only there. */
export const zones = sqliteTable(
  "zones",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    warehouseId: text("warehouse_id").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("zones_code").on(table.workspaceId, table.warehouseId, table.code)],
);

/** What a zone's room told last of each SKU, for whoever asks across zones. The room is right where the two differ. */
export const zoneStock = sqliteTable(
  "zone_stock",
  {
    id: text("id").primaryKey(),
    workspaceId: workspaceColumn(),
    zoneId: text("zone_id").notNull(),
    /** The variant. */
    sku: text("sku").notNull(),
    onHand: integer("on_hand").notNull(),
    reserved: integer("reserved").notNull(),
    onHold: integer("on_hold").notNull(),
    damaged: integer("damaged").notNull(),
    inTransit: integer("in_transit").notNull(),
    /** As of which of the zone's events: what was told later and is older changes nothing. */
    seq: integer("seq").notNull(),
    toldAt: timeColumn("told_at").notNull(),
  },
  (table) => [
    uniqueIndex("zone_stock_place").on(table.workspaceId, table.zoneId, table.sku),
    index("zone_stock_sku").on(table.workspaceId, table.sku),
  ],
);

/**
 * What a zone told last of each serial number it has ever had. One row a zone, so that a number that lies in two of them is
 * seen; the room is right where the two differ.
 */
export const serialPlaces = sqliteTable(
  "serial_places",
  {
    id: text("id").primaryKey(),
    workspaceId: workspaceColumn(),
    zoneId: text("zone_id").notNull(),
    /** The variant. */
    sku: text("sku").notNull(),
    serial: text("serial").notNull(),
    /** here: in one of its bins. away: it left the zone. */
    state: text("state").notNull(),
    binId: text("bin_id"),
    seq: integer("seq").notNull(),
    toldAt: timeColumn("told_at").notNull(),
  },
  (table) => [
    uniqueIndex("serial_places_place").on(table.workspaceId, table.sku, table.serial, table.zoneId),
    index("serial_places_zone")
      .on(table.workspaceId, table.zoneId, table.sku, table.serial)
      .where(sql`state = 'here'`),
  ],
);
