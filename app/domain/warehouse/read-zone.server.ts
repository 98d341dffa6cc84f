import { eq } from "drizzle-orm";
import { warehouses, zones } from "#db/schema/warehouse.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import type { ZoneSnapshot } from "./ports.ts";

export type ZoneDetail = ZoneSnapshot & {
  id: string;
  code: string;
  name: string;
  warehouse: { id: string; code: string; name: string };
};

/** A zone of this workspace, which whoever speaks to its room has to have found first. */
export async function findZone(ctx: ServiceContext, id: string): Promise<typeof zones.$inferSelect> {
  const zone = await ctx.db.first(zones, eq(zones.id, id));
  if (zone === undefined) throw notFound("zone");
  return zone;
}

/** A zone as its room knows it at this moment. */
export async function readZone(ctx: ServiceContext, input: { id: string }): Promise<ZoneDetail> {
  requirePermission(ctx, "warehouse:read");
  const { id } = parseInput(byIdSchema, input);
  const zone = await findZone(ctx, id);
  const [warehouse, snapshot] = await Promise.all([
    ctx.db.first(warehouses, eq(warehouses.id, zone.warehouseId)),
    ctx.ports.zoneRooms.snapshot({ workspaceId: ctx.workspaceId, zoneId: id }),
  ]);
  if (warehouse === undefined) throw notFound("warehouse");
  return {
    ...snapshot,
    id,
    code: zone.code,
    name: zone.name,
    warehouse: {
      id: warehouse.id,
      code: warehouse.code,
      name: warehouse.name,
    },
  };
}
