import { and, eq, sql } from "drizzle-orm";
import { listings } from "#db/schema/catalog.ts";
import { demandLines } from "#db/schema/fulfilment.ts";
import { orderItems } from "#db/schema/orders.ts";
import { returnLines, returns } from "#db/schema/returns.ts";
import type { ServiceContext } from "../../context.ts";

/** `left` may still be asked back: it went out, and no other return has it. */
export type ReturnableLine = { id: string; title: string; variantId: string | null; shipped: number; returned: number; left: number };

const leftTheHouse = new Set(["shipped", "delivered", "returned"]);

/** What of an order can come back. An order that was called off on its way is among them where the house sent it. */
export async function returnableLines(ctx: ServiceContext, order: { id: string; state: string }): Promise<ReturnableLine[]> {
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        id: orderItems.id,
        title: orderItems.title,
        quantity: orderItems.quantity,
        demandState: demandLines.state,
        sku: demandLines.sku,
        variantId: listings.variantId,
        returned: returnedUnits(ctx.workspaceId),
      })
      .from(orderItems)
      .leftJoin(demandLines, and(eq(demandLines.id, orderItems.id), scope(demandLines, "led")))
      .leftJoin(
        listings,
        and(
          eq(listings.channelId, orderItems.channelId),
          eq(listings.listingRef, orderItems.listingRef),
          eq(listings.modelRef, orderItems.modelRef),
          scope(listings, "led"),
        ),
      )
      .where(and(scope(orderItems), eq(orderItems.orderId, order.id)))
      .orderBy(orderItems.id),
  );
  return rows.map(({ id, title, quantity, demandState, sku, variantId, returned }) => {
    const shipped = leftTheHouse.has(order.state) || demandState === "shipped" ? quantity : 0;
    return { id, title, variantId: sku ?? variantId, shipped, returned, left: Math.max(0, shipped - returned) };
  });
}

function returnedUnits(workspaceId: string) {
  return sql<number>`(select coalesce(sum(l.quantity), 0) from ${returnLines} l join ${returns} r on r.id = l.return_id
    where l.workspace_id = ${workspaceId} and l.order_line_id = ${orderItems.id} and r.state <> 'called-off')`;
}

/** Of all lines of an order, for whoever has to know that nobody else asked for some of it meanwhile. */
export function returnedOfOrder(workspaceId: string, orderId: string) {
  return sql`(select coalesce(sum(l.quantity), 0) from ${returnLines} l join ${returns} r on r.id = l.return_id
    where r.workspace_id = ${workspaceId} and r.order_id = ${orderId} and r.state <> 'called-off')`;
}
