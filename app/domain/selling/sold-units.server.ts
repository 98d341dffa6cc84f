import { and, eq, gte, sql } from "drizzle-orm";
import type { Orm, WorkspaceTable } from "#db/client.server.ts";
import { orderItems } from "#db/schema/orders.ts";
import type { SQL } from "drizzle-orm";

/** Units sold of each thing on offer since a moment, cancelled ones left out; to be joined with listings. */
export function soldUnits(orm: Orm, scope: (table: WorkspaceTable) => SQL, sinceMs: number) {
  return orm
    .select({
      channelId: orderItems.channelId,
      listingRef: orderItems.listingRef,
      modelRef: orderItems.modelRef,
      units: sql<number>`sum(${orderItems.quantity})`.as("units"),
    })
    .from(orderItems)
    .where(and(scope(orderItems), gte(orderItems.placedAt, sinceMs), eq(orderItems.isCancelled, false)))
    .groupBy(orderItems.channelId, orderItems.listingRef, orderItems.modelRef)
    .as("sold");
}
