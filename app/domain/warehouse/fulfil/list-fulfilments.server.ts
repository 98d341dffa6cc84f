import { and, eq, gt, sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import { channels } from "#db/schema/channels.ts";
import { allocations, demandLines, fulfilments, waves } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { cursorId, type Page, toPage } from "../../paging.ts";
import { listFulfilmentsSchema } from "./schemas.ts";

const columns = {
  id: fulfilments.id,
  orderId: fulfilments.orderId,
  orderRef: orders.orderRef,
  channelName: channels.name,
  state: fulfilments.state,
  problem: fulfilments.problem,
  telling: fulfilments.telling,
  tellError: fulfilments.tellError,
  waveId: fulfilments.waveId,
  wave: waves.number,
  shipBy: orders.shipBy,
  trackingCode: fulfilments.trackingCode,
  createdAt: fulfilments.createdAt,
  shippedAt: fulfilments.shippedAt,
  units: sql<number>`(select coalesce(sum(a.qty), 0) from ${allocations} a where a.workspace_id = ${fulfilments.workspaceId} and a.fulfilment_id = ${fulfilments.id} and a.state <> 'released')`,
  picked: sql<number>`(select coalesce(sum(a.picked_qty), 0) from ${allocations} a where a.workspace_id = ${fulfilments.workspaceId} and a.fulfilment_id = ${fulfilments.id} and a.state <> 'released')`,
};
export type FulfilmentRow = Awaited<ReturnType<typeof fulfilmentRows>>[number];

/** Rows as every list and page shows them. */
export function fulfilmentRows(ctx: ServiceContext, where: ReturnType<typeof and>, limit: number) {
  return ctx.db.read((orm, scope) =>
    orm
      .select(columns)
      .from(fulfilments)
      .innerJoin(orders, and(eq(orders.id, fulfilments.orderId), scope(orders, "led")))
      .innerJoin(channels, and(eq(channels.id, fulfilments.channelId), scope(channels, "led")))
      .leftJoin(waves, and(eq(waves.id, fulfilments.waveId), scope(waves, "led")))
      .where(and(scope(fulfilments), where))
      .orderBy(fulfilments.id)
      .limit(limit),
  );
}

/** Orders on their way through the house, those released first before the others. */
export async function listFulfilments(
  ctx: ServiceContext,
  input: z.input<typeof listFulfilmentsSchema> = {},
): Promise<Page<FulfilmentRow>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor, state, waveId, orderId } = parseInput(listFulfilmentsSchema, input);
  const after = cursorId(cursor);
  const rows = await fulfilmentRows(
    ctx,
    and(
      state && inState(state),
      orderId === undefined ? undefined : eq(fulfilments.orderId, orderId),
      waveId === undefined ? undefined : eq(fulfilments.waveId, waveId),
      after === undefined ? undefined : gt(fulfilments.id, after),
    ),
    limit + 1,
  );
  return toPage(rows, limit);
}

function inState(state: string): SQL {
  if (state === "open") return sql`${fulfilments.state} not in ('shipped', 'cancelled')`;
  return state === "at-work" ? sql`${fulfilments.state} in ('releasing', 'picking')` : eq(fulfilments.state, state);
}

/** How many orders are in each state, for the tabs of the page. */
export async function countFulfilments(ctx: ServiceContext): Promise<Record<string, number>> {
  requirePermission(ctx, "warehouse:read");
  const [owed, states] = await ctx.db.readAll((orm, scope) => [
    orm
      .select({ owed: sql<number>`count(distinct ${demandLines.orderId})` })
      .from(demandLines)
      .where(and(scope(demandLines), sql`${demandLines.state} in ('promised', 'waiting', 'unknown')`)),
    orm
      .select({ state: fulfilments.state, rows: sql<number>`count(*)` })
      .from(fulfilments)
      .where(scope(fulfilments))
      .groupBy(fulfilments.state),
  ]);
  return { owed: owed[0]?.owed ?? 0, ...Object.fromEntries(states.map(({ state, rows }) => [state, rows])) };
}
