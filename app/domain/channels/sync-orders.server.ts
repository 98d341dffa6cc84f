import { storeOrders } from "../orders/store-orders.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { TimeWindow } from "./ports.ts";
import { beginStep, type Step, type StepInput, type StepResult } from "./sync-step.server.ts";

/** Where a run is in its orders: a window's number and the vendor's place in it. */
type OrderPlace = { window: number; place: string | null };

/** A stretch of the orders that changed within the period, the newest windows first: pages are asked for while earlier ones are completed. */
export async function syncOrders(
  ctx: ServiceContext,
  input: StepInput & { period: TimeWindow; place: string | null },
): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  if (input.place === null) step.reset("orders");
  const windows = ctx.ports.channelDoor.adapter(step.channel.vendor).orderWindows(input.period);
  let at: OrderPlace | null = readPlace(input.place);
  while (at !== null) {
    const window = windows[at.window];
    if (window === undefined) {
      at = null;
      break;
    }
    const next = await readPage(ctx, step, window, at.place);
    at = next === null ? { window: at.window + 1, place: null } : { ...at, place: next };
    if (step.isFull()) break;
  }
  await step.pool.drained();
  await step.report("orders");
  return { next: at === null ? null : JSON.stringify([at.window, at.place]) };
}

async function readPage(ctx: ServiceContext, step: Step, window: TimeWindow, place: string | null): Promise<string | null> {
  const page = await step.client.orderPage(window, place);
  if (place === null && page.total !== null) step.count("orders", { addTotal: page.total });
  await step.pool.run(async () => {
    const orders = await page.complete();
    await storeOrders(ctx, { channelId: step.channel.id, orders });
    step.count("orders", { done: orders.length, failed: page.refs.length - orders.length });
  });
  return page.next;
}

function readPlace(text: string | null): OrderPlace {
  if (text === null) return { window: 0, place: null };
  const [window, place] = JSON.parse(text) as [number, string | null];
  return { window, place };
}
