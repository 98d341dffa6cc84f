import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { isSearch, searchExpression } from "../search.ts";
import { openStates } from "./policy.ts";
import type { OrderFilter } from "./schemas.ts";

/** A word that half of all orders contain finds the latest of them; reading all would cost more than it tells. */
const searchedMatches = 2_000;

/** Written out, because a partial index is only found by its own words. */
export const isOpen = sql`${orders.state} in (${sql.raw(openStates.map((state) => `'${state}'`).join(", "))})`;

/** What of the filter the database answers. Each part leads to an index of its own or narrows what one has found. */
export function orderCondition(workspaceId: string, filter: OrderFilter, nowMs: number): SQL | undefined {
  const { search, channelId, state, late, cancelledBy, from, to } = filter;
  return and(
    state === undefined ? undefined : eq(orders.state, state),
    channelId === undefined ? undefined : eq(orders.channelId, channelId),
    late === "1" ? and(isOpen, sql`(${orders.isLate} = 1 or ${orders.shipBy} < ${nowMs})`) : undefined,
    cancelledBy === undefined ? undefined : eq(orders.cancelledBy, cancelledBy),
    from === undefined ? undefined : gte(orders.placedAt, from),
    to === undefined ? undefined : lt(orders.placedAt, to),
    isSearch(search) ? wordCondition(workspaceId, search) : undefined,
  );
}

function wordCondition(workspaceId: string, search: string): SQL {
  const expression = searchExpression(workspaceId, search);
  if (expression === undefined) return sql`0`;
  return sql`${orders.id} in (
    select found.id from orders as found where found.rowid in
      (select rowid from orders_fts where orders_fts match ${expression} order by rowid desc limit ${searchedMatches})
    union all
    select line.order_id from order_items as line where line.rowid in
      (select rowid from order_items_fts where order_items_fts match ${expression} order by rowid desc limit ${searchedMatches}))`;
}
