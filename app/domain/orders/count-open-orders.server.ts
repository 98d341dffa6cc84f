import { and, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { isOpen } from "./order-condition.server.ts";

/** How many orders wait to leave, and how many should have left. */
export async function countOpenOrders(ctx: ServiceContext): Promise<{ open: number; late: number }> {
  requirePermission(ctx, "orders:read");
  const isLate = sql`${orders.isLate} = 1 or coalesce(${orders.shipBy} < ${ctx.clock.now()}, 0)`;
  const [row] = await ctx.db.read((orm, scope) =>
    orm
      .select({ open: sql<number>`count(*)`, late: sql<number>`coalesce(sum(${isLate}), 0)` })
      .from(orders)
      .where(and(scope(orders), isOpen)),
  );
  return row ?? { open: 0, late: 0 };
}
