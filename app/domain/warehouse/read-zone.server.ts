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

/** A zone of this workspace, which whoever speaks to its room has to have found first; a tablet finds those of its warehouse. */
export async function findZone(ctx: ServiceContext, id: string): Promise<typeof zones.$inferSelect> {
  const zone = await ctx.db.first(zones, eq(zones.id, id));
  const isReached = zone !== undefined && (ctx.actor.kind !== "device" || ctx.actor.warehouseId === zone.warehouseId);
  if (!isReached) throw notFound("zone");
  return zone;
}

/** A zone is never removed nor moved to another workspace: what was seen once holds for as long as this isolate lives. */
const seenZones = new WeakMap<D1Database, Set<string>>();
const mostSeen = 10_000;

/** The same question for the many commands that a zone hears: asked of the database once. */
export async function ensureOwnZone(ctx: ServiceContext, id: string): Promise<void> {
  const seen = seenZones.get(ctx.d1) ?? new Set<string>();
  seenZones.set(ctx.d1, seen);
  const name = `${ctx.workspaceId}/${id}`;
  if (seen.has(name)) return;
  await findZone(ctx, id);
  if (seen.size >= mostSeen) seen.clear();
  seen.add(name);
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
