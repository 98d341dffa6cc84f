import type { OrderReturnsFacts } from "#app/components/returns/order-returns.tsx";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { listReturns } from "#app/domain/warehouse/returns/list-returns.server.ts";
import { readReturnable } from "#app/domain/warehouse/returns/read-returnable.server.ts";

/** What a page about an order shows of its returns; nothing to those who do not see the warehouse. */
export async function readOrderReturns(ctx: ServiceContext, orderId: string): Promise<OrderReturnsFacts | null> {
  if (!actorAllows(ctx.actor, "warehouse:read")) return null;
  const [returnable, { data: returns }] = await Promise.all([readReturnable(ctx, { orderId }), listReturns(ctx, { orderId })]);
  return { returnable, returns };
}
