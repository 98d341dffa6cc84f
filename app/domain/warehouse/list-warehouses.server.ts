import { asc, sql } from "drizzle-orm";
import { warehouses, zones, zoneStock } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Page } from "../paging.ts";

const mostPlaces = 500;

export type ZoneSummary = { id: string; code: string; name: string; skus: number; onHand: number; reserved: number; toldAt: number | null };
export type WarehouseSummary = { id: string; code: string; name: string; createdAt: number; zones: ZoneSummary[] };

/** All warehouses with their zones, and what lies in each as its room told last. */
export async function listWarehouses(ctx: ServiceContext): Promise<Page<WarehouseSummary>> {
  requirePermission(ctx, "warehouse:read");
  const [buildings, parts, stock] = await Promise.all([
    ctx.db.all(warehouses, { orderBy: asc(warehouses.code), limit: mostPlaces }),
    ctx.db.all(zones, { orderBy: asc(zones.code), limit: mostPlaces }),
    ctx.db.read((orm, scope) =>
      orm
        .select({
          zoneId: zoneStock.zoneId,
          skus: sql<number>`count(case when ${zoneStock.onHand} > 0 then 1 end)`,
          onHand: sql<number>`sum(${zoneStock.onHand})`,
          reserved: sql<number>`sum(${zoneStock.reserved})`,
          toldAt: sql<number>`max(${zoneStock.toldAt})`,
        })
        .from(zoneStock)
        .where(scope(zoneStock))
        .groupBy(zoneStock.zoneId),
    ),
  ]);
  const told = new Map(stock.map(({ zoneId, ...sums }) => [zoneId, sums]));
  const nothing = { skus: 0, onHand: 0, reserved: 0, toldAt: null };
  const data = buildings.map(({ id, code, name, createdAt }) => ({
    id,
    code,
    name,
    createdAt,
    zones: parts
      .filter((zone) => zone.warehouseId === id)
      .map((zone) => ({
        id: zone.id,
        code: zone.code,
        name: zone.name,
        ...(told.get(zone.id) ?? nothing),
      })),
  }));
  return { data, nextCursor: null };
}
