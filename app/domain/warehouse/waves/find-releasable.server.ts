import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { zones, zoneStock } from "#db/schema/warehouse.ts";
import type { ServiceContext } from "../../context.ts";
import { type DemandOrder, listDemand } from "../fulfil/list-demand.server.ts";

const pageSize = 200;
const mostPages = 5;
/** What came back for want of goods is not tried again at once. */
const restMs = 30 * 60_000;

/**
 * Orders that may go and that what lies in a warehouse serves, the oldest promise first: each unit is counted once, so a
 * wave does not begin with orders that would come back.
 */
export async function findReleasable(
  ctx: ServiceContext,
  { warehouseId, channelIds }: { warehouseId: string; channelIds: readonly string[] },
): Promise<{ id: string; orderRef: string }[]> {
  const owed = (await readDemand(ctx)).filter(({ hindrance }) => hindrance === null);
  const ids = owed.map(({ id }) => id);
  const skus = [...new Set(owed.flatMap(({ lines }) => lines.flatMap(({ variantId }) => variantId ?? [])))];
  const [known, returned, free] = await Promise.all([
    ctx.db.all(orders, { ids }),
    ctx.db.read((orm, scope) =>
      orm
        .select({ orderId: fulfilments.orderId })
        .from(fulfilments)
        .where(
          and(
            scope(fulfilments),
            eq(fulfilments.state, "cancelled"),
            eq(fulfilments.problem, "short"),
            gte(fulfilments.createdAt, ctx.clock.now() - restMs),
          ),
        ),
    ),
    freeIn(ctx, warehouseId, skus),
  ]);
  const wanted = new Set(known.filter(({ channelId }) => channelIds.length === 0 || channelIds.includes(channelId)).map(({ id }) => id));
  const resting = new Set(returned.map(({ orderId }) => orderId));
  return owed
    .filter(({ id, lines }) => wanted.has(id) && !resting.has(id) && takes(free, lines))
    .map(({ id, orderRef }) => ({ id, orderRef }));
}

async function readDemand(ctx: ServiceContext): Promise<DemandOrder[]> {
  const all: DemandOrder[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { data, nextCursor } = await listDemand(ctx, { limit: pageSize, cursor });
    all.push(...data);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return all;
}

async function freeIn(ctx: ServiceContext, warehouseId: string, skus: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        sku: zoneStock.sku,
        free: sql<number>`sum(max(0, ${zoneStock.onHand} - ${zoneStock.reserved} - ${zoneStock.onHold} - ${zoneStock.damaged}))`,
      })
      .from(zoneStock)
      .innerJoin(zones, and(eq(zones.id, zoneStock.zoneId), scope(zones, "led")))
      .where(
        and(
          scope(zoneStock),
          eq(zones.warehouseId, warehouseId),
          inArray(zoneStock.sku, sql`(select value from json_each(${JSON.stringify(skus)}))`),
        ),
      )
      .groupBy(zoneStock.sku),
  );
  return new Map(rows.map(({ sku, free }) => [sku, free]));
}

/** All of an order or nothing of it. */
function takes(free: Map<string, number>, lines: DemandOrder["lines"]): boolean {
  const needs = new Map<string, number>();
  for (const { variantId, quantity } of lines) needs.set(variantId ?? "", (needs.get(variantId ?? "") ?? 0) + quantity);
  const isThere = [...needs].every(([sku, quantity]) => (free.get(sku) ?? 0) >= quantity);
  if (isThere) for (const [sku, quantity] of needs) free.set(sku, (free.get(sku) ?? 0) - quantity);
  return isThere;
}
