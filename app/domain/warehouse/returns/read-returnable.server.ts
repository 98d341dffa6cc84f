import { eq } from "drizzle-orm";
import { z } from "zod";
import { orders } from "#db/schema/orders.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { notFound, parseInput } from "../../errors.ts";
import { type ReturnableLine, returnableLines } from "./returnable.server.ts";

export const readReturnableSchema = z.object({ orderId: byIdSchema.shape.id });

export type Returnable = { orderId: string; orderRef: string; lines: ReturnableLine[] };

/** What of an order can come back: what left, less what other returns have. */
export async function readReturnable(ctx: ServiceContext, input: z.input<typeof readReturnableSchema>): Promise<Returnable> {
  requirePermission(ctx, "warehouse:read");
  const { orderId } = parseInput(readReturnableSchema, input);
  const order = await ctx.db.first(orders, eq(orders.id, orderId));
  if (order === undefined) throw notFound("order");
  return { orderId, orderRef: order.orderRef, lines: await returnableLines(ctx, order) };
}
