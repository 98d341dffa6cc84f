import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { storeOrders } from "../orders/store-orders.server.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";

const lookBackMs = 30 * 24 * 3_600_000;
const freshMs = 6 * 3_600_000;
const perRun = 500;

/** Cancelled orders vanish from the vendor's lists without a word: what is still open here is asked for by its number. */
export async function rereadOpenOrders(ctx: ServiceContext, input: StepInput): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  const now = ctx.clock.now();
  const rows = await ctx.db.all(orders, {
    where: and(
      eq(orders.channelId, input.channelId),
      inArray(orders.state, ["unpaid", "held", "ready", "shipped"]),
      gt(orders.placedAt, now - lookBackMs),
      lt(orders.readAt, now - freshMs),
    ),
    orderBy: asc(orders.placedAt),
    limit: perRun,
  });
  const { batch } = ctx.ports.channelDoor.adapter(step.channel.vendor);
  for (let start = 0; start < rows.length; start += batch.orders) {
    const refs = rows.slice(start, start + batch.orders).map((row) => row.orderRef);
    await step.pool.run(async () => {
      await storeOrders(ctx, { channelId: input.channelId, orders: (await step.client.orders(refs)).found });
    });
  }
  await step.pool.drained();
  return { next: null };
}
