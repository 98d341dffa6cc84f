import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { floorDevices, floorShifts } from "#db/schema/floor.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, type PageInput, pageSchema, toPage } from "../paging.ts";
import { idleMs } from "./policy.ts";

export type DeviceRow = {
  id: string;
  name: string;
  warehouse: string;
  state: "waiting" | "expired" | "paired" | "revoked";
  /** Who holds it, while they do. */
  person: string | null;
  createdAt: number;
  lastSeenAt: number | null;
};

/** All tablets of the workspace, the newest first; never their keys or codes. */
export async function listDevices(ctx: ServiceContext, input: PageInput = {}): Promise<Page<DeviceRow>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor } = parseInput(pageSchema, input);
  const before = cursorId(cursor);
  const [devices, shifts] = await Promise.all([
    ctx.db.read((orm, scope) =>
      orm
        .select({ device: floorDevices, warehouse: warehouses.name })
        .from(floorDevices)
        .innerJoin(warehouses, and(eq(warehouses.id, floorDevices.warehouseId), scope(warehouses)))
        .where(and(scope(floorDevices), before === undefined ? undefined : lt(floorDevices.id, before)))
        .orderBy(desc(floorDevices.id))
        .limit(limit + 1),
    ),
    ctx.db.read((orm, scope) =>
      orm
        .select({ deviceId: floorShifts.deviceId, name: users.name, lastSeenAt: floorShifts.lastSeenAt })
        .from(floorShifts)
        .innerJoin(users, and(eq(users.id, floorShifts.userId), scope(users)))
        .where(and(scope(floorShifts), isNull(floorShifts.endedAt))),
    ),
  ]);
  const now = ctx.clock.now();
  const holders = new Map(shifts.filter((one) => now - (one.lastSeenAt ?? 0) < idleMs).map((one) => [one.deviceId, one.name]));
  const rows = devices.map(({ device, warehouse }): DeviceRow => {
    const { id, name, createdAt, lastSeenAt } = device;
    return { id, name, warehouse, state: stateOf(device, now), person: holders.get(id) ?? null, createdAt, lastSeenAt };
  });
  return toPage(rows, limit);
}

function stateOf(device: typeof floorDevices.$inferSelect, nowMs: number): DeviceRow["state"] {
  if (device.revokedAt !== null) return "revoked";
  if (device.pairedAt !== null) return "paired";
  return device.pairingExpiresAt <= nowMs ? "expired" : "waiting";
}
