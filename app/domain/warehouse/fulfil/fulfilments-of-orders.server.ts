import { and, ne, sql } from "drizzle-orm";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";

export type OrderUnderWay = { id: string; orderId: string; waveId: string | null; state: string };

/** Which of these orders are on their way through the house, and how far. */
export async function fulfilmentsOfOrders(ctx: ServiceContext, orderIds: readonly string[]): Promise<OrderUnderWay[]> {
  requirePermission(ctx, "warehouse:read");
  const ofThem = sql`${fulfilments.orderId} in (select value from json_each(${JSON.stringify(orderIds)}))`;
  const rows = await ctx.db.all(fulfilments, { where: and(ofThem, ne(fulfilments.state, "cancelled")), isLed: true });
  return rows.map(({ id, orderId, waveId, state }) => ({ id, orderId, waveId, state }));
}
