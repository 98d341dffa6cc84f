import { type SQL, sql } from "drizzle-orm";
import { soldLines } from "./sold.ts";
import type { Frame } from "./source.ts";

/** A piece of time by what its rows are grouped by. */
const pieces = sql`span.value ->> 2 as bucket, span.value ->> 3 as period, span.value ->> 4 as weekday, span.value ->> 5 as hour`;

/** Linked, and the only thing of its product on its channel: no order holds its product twice because of it. */
function aloneIn(workspaceId: string): SQL {
  return sql`select channel_id, listing_ref, model_ref from (
    select s.channel_id, s.listing_ref, s.model_ref, count(*) over (partition by s.channel_id, sku.product_id) as things
    from listings as s join variants as sku on sku.id = s.variant_id and sku.workspace_id = ${workspaceId} where s.workspace_id = ${workspaceId})
    where things = 1`;
}

/**
 * Each thing of each order that may lie in it with others, once: of some goods from their lines, else from what is kept of orders
 * with several things, which are few.
 */
export function togetherInOrders({ workspaceId, spans, goods, by }: Frame): SQL {
  const table = goods.length > 0 ? sql`i` : sql`t`;
  const offer = sql`${table}.channel_id, ${table}.listing_ref, ${table}.model_ref`;
  const isApart = by.includes("listing")
    ? sql`and false`
    : by.some(isOfProduct)
      ? sql`and (${offer}) not in (${aloneIn(workspaceId)})`
      : sql``;
  if (goods.length > 0) {
    const { from, where } = soldLines({ workspaceId, spans, goods });
    return sql`select ${pieces}, ${offer}, i.workspace_id, i.order_id from ${from} where ${where} ${isApart}
      group by span.key, i.order_id, i.placed_at, ${offer}`;
  }
  return sql`select ${pieces}, ${offer}, t.workspace_id, t.order_id
    from json_each(${JSON.stringify(spans)}) as span cross join sold_together as t
    where t.workspace_id = ${workspaceId} and t.placed_at >= span.value ->> 0 and t.placed_at < span.value ->> 1 ${isApart}`;
}

function isOfProduct(dimension: Frame["by"][number]): boolean {
  return dimension === "product" || dimension === "sku";
}
