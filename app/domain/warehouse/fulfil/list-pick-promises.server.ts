import { and, eq, isNotNull, sql } from "drizzle-orm";
import { allocations, fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";

/** When the earliest of the orders that wait for a SKU of a wave in a zone has to leave. */
export type PickPromise = { zoneId: string; waveId: string; sku: string; shipByMs: number };

const most = 2_000;

/** What was promised to whom waits to be picked, as far as marketplaces said by when. */
export async function listPickPromises(ctx: ServiceContext): Promise<PickPromise[]> {
  requirePermission(ctx, "warehouse:read");
  return ctx.db.read((orm, scope) =>
    orm
      .select({
        zoneId: allocations.zoneId,
        waveId: sql<string>`${fulfilments.waveId}`,
        sku: allocations.sku,
        shipByMs: sql<number>`min(${orders.shipBy})`.as("ship_by_ms"),
      })
      .from(fulfilments)
      .innerJoin(allocations, and(eq(allocations.fulfilmentId, fulfilments.id), scope(allocations, "led")))
      .innerJoin(orders, and(eq(orders.id, fulfilments.orderId), scope(orders, "led")))
      .where(
        and(
          scope(fulfilments),
          eq(fulfilments.state, "picking"),
          eq(allocations.state, "reserved"),
          isNotNull(fulfilments.waveId),
          isNotNull(orders.shipBy),
        ),
      )
      .groupBy(allocations.zoneId, fulfilments.waveId, allocations.sku)
      .orderBy(sql`ship_by_ms`, allocations.zoneId, fulfilments.waveId, allocations.sku)
      .limit(most),
  );
}
