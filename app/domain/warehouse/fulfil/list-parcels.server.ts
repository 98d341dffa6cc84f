import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import type { z } from "zod";
import { products, variants } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { allocations, fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import type { Parcel } from "../floor/pack-flow.ts";
import { listParcelsSchema } from "./schemas.ts";

/** More than stand at one bench; the soonest to leave are among them. */
const most = 80;

/**
 * What can be packed or handed over now, with all that belongs in each box, the soonest to leave first. A tablet sees
 * those of its warehouse.
 */
export async function listParcels(ctx: ServiceContext, input: z.input<typeof listParcelsSchema> = {}): Promise<Parcel[]> {
  requirePermission(ctx, "warehouse:read");
  const { warehouseId } = parseInput(listParcelsSchema, input);
  const own = ctx.actor.kind === "device" ? ctx.actor.warehouseId : warehouseId;
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        id: fulfilments.id,
        state: fulfilments.state,
        problem: fulfilments.problem,
        orderState: orders.state,
        orderRef: orders.orderRef,
        shipBy: orders.shipBy,
        channelName: channels.name,
      })
      .from(fulfilments)
      .innerJoin(orders, and(eq(orders.id, fulfilments.orderId), scope(orders, "led")))
      .innerJoin(channels, and(eq(channels.id, fulfilments.channelId), scope(channels, "led")))
      .where(
        and(
          scope(fulfilments),
          inArray(fulfilments.state, ["picked", "packed"]),
          own === undefined ? undefined : eq(fulfilments.warehouseId, own),
        ),
      )
      .orderBy(sql`${orders.shipBy} is null`, asc(orders.shipBy), asc(fulfilments.id))
      .limit(most),
  );
  const goods = await goodsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ problem, orderState, state, ...row }) => ({
    ...row,
    state: state === "packed" ? "packed" : "picked",
    isCalledOff: problem === "cancelled-by-buyer" || orderState === "cancelled",
    lines: goods.filter(({ fulfilmentId }) => fulfilmentId === row.id).map(({ fulfilmentId: _id, ...line }) => line),
  }));
}

function goodsOf(ctx: ServiceContext, ids: string[]) {
  return ctx.db.read((orm, scope) =>
    orm
      .select({
        fulfilmentId: allocations.fulfilmentId,
        sku: allocations.sku,
        code: variants.sku,
        title: sql<string>`case when ${variants.name} = '' then ${products.title} else ${products.title} || ' · ' || ${variants.name} end`,
        gtin: variants.gtin,
        qty: sql<number>`sum(${allocations.qty})`,
      })
      .from(allocations)
      .innerJoin(variants, and(eq(variants.id, allocations.sku), scope(variants, "led")))
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products, "led")))
      .where(and(scope(allocations), inArray(allocations.fulfilmentId, ids), ne(allocations.state, "released")))
      .groupBy(allocations.fulfilmentId, allocations.sku)
      .orderBy(variants.sku),
  );
}
