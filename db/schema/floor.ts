import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { idColumn, timeColumn, versionColumn, workspaceColumn } from "./columns.ts";

/** A tablet of a warehouse. Until its pairing code is spent it has no key; afterwards it is known by the hash of one. */
export const floorDevices = sqliteTable(
  "floor_devices",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    warehouseId: text("warehouse_id").notNull(),
    name: text("name").notNull(),
    keyHash: text("key_hash"),
    pairingHash: text("pairing_hash"),
    pairingExpiresAt: timeColumn("pairing_expires_at").notNull(),
    pairedAt: timeColumn("paired_at"),
    createdByUserId: text("created_by_user_id"),
    createdAt: timeColumn("created_at").notNull(),
    lastSeenAt: timeColumn("last_seen_at"),
    revokedAt: timeColumn("revoked_at"),
    version: versionColumn(),
  },
  (table) => [
    uniqueIndex("floor_devices_key").on(table.keyHash),
    uniqueIndex("floor_devices_pairing").on(table.pairingHash),
    index("floor_devices_workspace").on(table.workspaceId, table.createdAt),
  ],
);

/** How a person proves on a tablet who they are. The PIN is salted and slow to try, the badge long enough to need neither. */
export const floorPins = sqliteTable(
  "floor_pins",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    userId: text("user_id").notNull(),
    pinHash: text("pin_hash"),
    badgeHash: text("badge_hash"),
    createdAt: timeColumn("created_at").notNull(),
    version: versionColumn(),
  },
  (table) => [uniqueIndex("floor_pins_user").on(table.workspaceId, table.userId), uniqueIndex("floor_pins_badge").on(table.badgeHash)],
);

/** One person's time on one tablet. What was done offline names its shift, so that it is booked for who did it. */
export const floorShifts = sqliteTable(
  "floor_shifts",
  {
    id: idColumn(),
    workspaceId: workspaceColumn(),
    deviceId: text("device_id").notNull(),
    userId: text("user_id").notNull(),
    /** "pin" or "badge": a badge can be found, so it opens less. */
    proof: text("proof").notNull(),
    startedAt: timeColumn("started_at").notNull(),
    lastSeenAt: timeColumn("last_seen_at").notNull(),
    endedAt: timeColumn("ended_at"),
    version: versionColumn(),
  },
  (table) => [
    index("floor_shifts_device").on(table.deviceId, table.endedAt),
    index("floor_shifts_workspace").on(table.workspaceId, table.userId),
  ],
);
