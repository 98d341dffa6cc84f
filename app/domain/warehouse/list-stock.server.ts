import { and, eq, gt, or, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { z } from "zod";
import { products, variants } from "#db/schema/catalog.ts";
import { zones, zoneStock } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { listStockSchema } from "./schemas.ts";

/**
 * `available` is what lies there set aside for nobody. Orders that are not released yet may take from it, and they are bound
 * to no place: how many can be sold is `readAvailability`'s answer.
 */
export type StockLevel = {
  id: string;
  sku: string;
  title: string;
  onHand: number;
  reserved: number;
  onHold: number;
  damaged: number;
  inTransit: number;
  available: number;
};

/** What there is of each SKU over the zones, as their rooms told last. */
export async function listStock(ctx: ServiceContext, input: z.input<typeof listStockSchema> = {}): Promise<Page<StockLevel>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor, sku, zoneId, warehouseId } = parseInput(listStockSchema, input);
  const after = cursorId(cursor);
  const sum = (column: SQLiteColumn) => sql<number>`sum(${column})`;
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        id: zoneStock.sku,
        sku: sql<string>`max(${variants.sku})`,
        title: sql<string>`max(${products.title})`,
        onHand: sum(zoneStock.onHand),
        reserved: sum(zoneStock.reserved),
        onHold: sum(zoneStock.onHold),
        damaged: sum(zoneStock.damaged),
        inTransit: sum(zoneStock.inTransit),
      })
      .from(zoneStock)
      .innerJoin(zones, and(eq(zones.id, zoneStock.zoneId), scope(zones)))
      .innerJoin(variants, and(eq(variants.id, zoneStock.sku), scope(variants)))
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(
        and(
          scope(zoneStock),
          sku === undefined ? undefined : or(eq(variants.sku, sku), eq(variants.id, sku)),
          zoneId === undefined ? undefined : eq(zoneStock.zoneId, zoneId),
          warehouseId === undefined ? undefined : eq(zones.warehouseId, warehouseId),
          after === undefined ? undefined : gt(zoneStock.sku, after),
        ),
      )
      .groupBy(zoneStock.sku)
      .orderBy(zoneStock.sku)
      .limit(limit + 1),
  );
  return toPage(
    rows.map((row) => ({ ...row, available: row.onHand - row.reserved - row.onHold - row.damaged })),
    limit,
  );
}
