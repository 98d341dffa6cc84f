import { mutate } from "#db/mutate.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { listOrders, type OrderSummary } from "./list-orders.server.ts";
import { type OrderFilter, orderFilterSchema } from "./schemas.ts";

const pageSize = 200;

/** Every order that matches, page by page, so that a year of them never sits in memory. Exporting is itself logged. */
export async function exportOrders(ctx: ServiceContext, input: OrderFilter): Promise<AsyncGenerator<OrderSummary>> {
  requirePermission(ctx, "orders:read");
  const filter = parseInput(orderFilterSchema, input);
  await mutate(ctx, {
    writes: [],
    audit: { action: "orders.exported", subject: { type: "orders", id: ctx.workspaceId, label: "CSV" }, after: { ...filter } },
  });
  return rowsOf(ctx, filter);
}

async function* rowsOf(ctx: ServiceContext, filter: OrderFilter): AsyncGenerator<OrderSummary> {
  let cursor: string | undefined;
  do {
    const page = await listOrders(ctx, { ...filter, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.data;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
