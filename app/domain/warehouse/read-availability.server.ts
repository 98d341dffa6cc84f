import { and, sql, sum } from "drizzle-orm";
import { demandLines } from "#db/schema/fulfilment.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { availableOf, type Standing } from "./availability.ts";
import { softStates } from "./fulfil/states.ts";

export type Availability = Standing & { sku: string; available: number };

/** How many of each SKU can be sold, over all zones; null asks for every SKU that has ever lain in one. */
export async function readAvailability(ctx: ServiceContext, skus: readonly string[] | null): Promise<Map<string, Availability>> {
  requirePermission(ctx, "warehouse:read");
  const list = JSON.stringify(skus ?? []);
  const soft = JSON.stringify(softStates);
  const [stocked, owed] = await Promise.all([
    ctx.db.read((orm, scope) =>
      orm
        .select({
          sku: zoneStock.sku,
          onHand: sum(zoneStock.onHand).mapWith(Number),
          onHold: sum(zoneStock.onHold).mapWith(Number),
          damaged: sum(zoneStock.damaged).mapWith(Number),
          reserved: sum(zoneStock.reserved).mapWith(Number),
        })
        .from(zoneStock)
        .where(and(scope(zoneStock), skus === null ? undefined : sql`${zoneStock.sku} in (select value from json_each(${list}))`))
        .groupBy(zoneStock.sku),
    ),
    ctx.db.read((orm, scope) =>
      orm
        .select({
          sku: demandLines.sku,
          owed: sum(demandLines.quantity).mapWith(Number),
          soft: sql<number>`coalesce(sum(case when ${demandLines.state} in (select value from json_each(${soft})) then ${demandLines.quantity} end), 0)`,
        })
        .from(demandLines)
        .where(
          and(
            scope(demandLines),
            sql`${demandLines.state} not in ('shipped', 'cancelled')`,
            skus === null ? undefined : sql`${demandLines.sku} in (select value from json_each(${list}))`,
          ),
        )
        .groupBy(demandLines.sku),
    ),
  ]);
  const owedOf = new Map(owed.map((row) => [row.sku, row]));
  return new Map(
    stocked.map((row) => {
      const standing = { ...row, owed: owedOf.get(row.sku)?.owed ?? 0, soft: owedOf.get(row.sku)?.soft ?? 0 };
      return [row.sku, { ...standing, available: availableOf(standing) }];
    }),
  );
}
