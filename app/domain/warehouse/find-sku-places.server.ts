import { and, desc, eq, gt, sql } from "drizzle-orm";
import { variants } from "#db/schema/catalog.ts";
import { zones, zoneStock } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

/** `sku` is the variant's id, `code` what people call it. */
export type SkuPlace = { sku: string; code: string; zoneId: string; zoneName: string; onHand: number };

const mostPlaces = 1_000;

/** In which zones these goods lie, asked for by their codes, the fullest zone first. */
export async function findSkuPlaces(ctx: ServiceContext, codes: readonly string[]): Promise<SkuPlace[]> {
  requirePermission(ctx, "warehouse:read");
  return ctx.db.read((orm, scope) =>
    orm
      .select({
        sku: variants.id,
        code: sql<string>`${variants.sku}`,
        zoneId: zones.id,
        zoneName: zones.name,
        onHand: zoneStock.onHand,
      })
      .from(variants)
      .innerJoin(zoneStock, and(eq(zoneStock.sku, variants.id), scope(zoneStock)))
      .innerJoin(zones, and(eq(zones.id, zoneStock.zoneId), scope(zones)))
      .where(and(scope(variants), gt(zoneStock.onHand, 0), sql`${variants.sku} in (select value from json_each(${JSON.stringify(codes)}))`))
      .orderBy(desc(zoneStock.onHand), zones.id)
      .limit(mostPlaces),
  );
}
