import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { z } from "zod";
import { channels } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { returnLines, returns, returnSteps } from "#db/schema/returns.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { cursorId, type Page, toPage } from "../../paging.ts";
import { labelOf } from "./find-return.server.ts";
import { isReturnState, reasonOf } from "./return-rows.ts";
import { listReturnsSchema } from "./schemas.ts";
import { openReturnStates, type ReturnReason, type ReturnState } from "./states.ts";

export type ReturnRow = {
  id: string;
  label: string;
  orderId: string | null;
  orderRef: string | null;
  channelName: string | null;
  source: "person" | "channel";
  reason: ReturnReason;
  state: ReturnState;
  units: number;
  arrived: number;
  trackingCode: string | null;
  createdAt: number;
};

/** Goods that come back, the newest first. */
export async function listReturns(ctx: ServiceContext, input: z.input<typeof listReturnsSchema> = {}): Promise<Page<ReturnRow>> {
  requirePermission(ctx, "warehouse:read");
  const { limit, cursor, state, orderId } = parseInput(listReturnsSchema, input);
  const before = cursorId(cursor);
  const inState = state === undefined ? undefined : inArray(returns.state, state === "open" ? [...openReturnStates] : [state]);
  const rows = await returnRows(
    ctx,
    and(
      inState,
      orderId === undefined ? undefined : eq(returns.orderId, orderId),
      before === undefined ? undefined : lt(returns.id, before),
    ),
    limit + 1,
  );
  return toPage(rows, limit);
}

/** Rows as every list and page shows them. */
export async function returnRows(ctx: ServiceContext, where: ReturnType<typeof and>, limit: number): Promise<ReturnRow[]> {
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        row: returns,
        orderRef: orders.orderRef,
        channelName: channels.name,
        units: sql<number>`(select coalesce(sum(l.quantity), 0) from ${returnLines} l where l.workspace_id = ${ctx.workspaceId} and l.return_id = ${returns.id})`,
        arrived: sql<number>`(select coalesce(sum(s.qty), 0) from ${returnSteps} s where s.workspace_id = ${ctx.workspaceId} and s.return_id = ${returns.id} and s.kind = 'arrival' and s.state = 'booked')`,
      })
      .from(returns)
      .leftJoin(orders, and(eq(orders.id, returns.orderId), scope(orders, "led")))
      .leftJoin(channels, and(eq(channels.id, returns.channelId), scope(channels, "led")))
      .where(and(scope(returns), where))
      .orderBy(desc(returns.id))
      .limit(limit),
  );
  return rows.flatMap(({ row, ...rest }) => {
    const { id, orderId, state, trackingCode, createdAt } = row;
    const source = row.source === "channel" ? ("channel" as const) : ("person" as const);
    if (!isReturnState(state)) return [];
    return [{ id, label: labelOf(row), orderId, source, reason: reasonOf(row.reason), state, trackingCode, createdAt, ...rest }];
  });
}

/** How many stand where. */
export async function countReturns(ctx: ServiceContext): Promise<Record<string, number>> {
  requirePermission(ctx, "warehouse:read");
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ state: returns.state, rows: sql<number>`count(*)` })
      .from(returns)
      .where(and(scope(returns), inArray(returns.state, [...openReturnStates])))
      .groupBy(returns.state),
  );
  return Object.fromEntries(rows.map(({ state, rows: count }) => [state, count]));
}
