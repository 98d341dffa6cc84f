import type { ServiceContext } from "#app/domain/context.ts";
import { type DemandOrder, listDemand } from "#app/domain/warehouse/fulfil/list-demand.server.ts";

const perPage = 100;
const mostPages = 2;

/** Orders that nobody has begun, those promised first. */
export async function readWaitingOrders(ctx: ServiceContext): Promise<DemandOrder[]> {
  const orders: DemandOrder[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { data, nextCursor } = await listDemand(ctx, { limit: perPage, ...(cursor === undefined ? {} : { cursor }) });
    orders.push(...data);
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  return orders;
}
