import { and, eq, inArray } from "drizzle-orm";
import { allocations } from "#db/schema/fulfilment.ts";
import type { ServiceContext } from "../../context.ts";
import type { LeftGoods } from "../ports.ts";

/** What left the house for lines of an order, as the zones that sent it have it. A line that left through another door has none. */
export async function readLeftGoods(ctx: ServiceContext, orderLineIds: readonly string[]): Promise<Map<string, LeftGoods[]>> {
  const left = new Map<string, LeftGoods[]>();
  if (orderLineIds.length === 0) return left;
  const parts = await ctx.db.all(allocations, {
    where: and(inArray(allocations.demandLineId, [...orderLineIds]), eq(allocations.state, "shipped")),
  });
  for (const [zoneId, own] of Map.groupBy(parts, (part) => part.zoneId)) {
    const standings = await ctx.ports.zoneRooms.demands(
      { workspaceId: ctx.workspaceId, zoneId },
      own.map(({ id }) => id),
    );
    for (const { id, demandLineId } of own) {
      const goods = standings.find(({ demandLine }) => demandLine === id)?.left ?? [];
      left.set(demandLineId, [...(left.get(demandLineId) ?? []), ...goods]);
    }
  }
  return left;
}
