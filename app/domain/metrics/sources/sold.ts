import { type SQL, sql } from "drizzle-orm";
import { cutBlocks } from "../cut-blocks.ts";
import type { Frame, GoodsDimension, Span } from "./source.ts";

/** In two or more pieces than these they are days, and blocks would save little of each. */
const mostCut = 2_000;

/** What a piece of time is told apart by comes last, as one value that its rows are grouped by. */
type Told = [bucket: number, period: number, weekday: string, hour: string];
type EdgeSpan = [fromMs: number, toMs: number, sign: number, told: Told];
type BlockSpan = [days: number, fromMs: number, sign: number, told: Told];

/** A stretch of which nothing is told apart. */
export function wholeSpan(fromMs: number, toMs: number): Span {
  return [fromMs, toMs, 0, 0, "", ""];
}

function cutSpans(spans: readonly Span[]): { edges: EdgeSpan[]; blocks: BlockSpan[] } {
  const edges: EdgeSpan[] = [];
  const blocks: BlockSpan[] = [];
  for (const [from, to, ...told] of spans) {
    const moments = { fromMs: Number(from), toMs: Number(to) };
    const cut = spans.length > mostCut ? { edges: [{ ...moments, sign: 1 }], blocks: [] } : cutBlocks(moments);
    for (const { fromMs, toMs, sign } of cut.edges) edges.push([fromMs, toMs, sign, told]);
    for (const { days, fromMs, sign } of cut.blocks) blocks.push([days, fromMs, sign, told]);
  }
  return { edges, blocks };
}

/**
 * What was sold of each thing on offer in each piece of time: of whole days from the sums that lines keep, of what is left at the
 * edges from the lines themselves, in an index that holds all it takes. With the goods it is narrowed to, only theirs are looked up.
 */
export function soldOffers({ workspaceId, spans, goods }: Omit<Frame, "nowMs">): SQL {
  const { edges, blocks } = cutSpans(spans);
  const isNarrowed = goods.length > 0;
  const own = isNarrowed ? sql`(${offersOf({ workspaceId, goods })}) as own cross join` : sql``;
  const ownOf = (table: SQL) =>
    isNarrowed
      ? sql`and ${table}.channel_id = own.channel_id and ${table}.listing_ref = own.listing_ref and ${table}.model_ref = own.model_ref`
      : sql``;
  return sql`select told ->> 0 as bucket, told ->> 1 as period, told ->> 2 as weekday, told ->> 3 as hour, workspace_id, channel_id,
      listing_ref, model_ref, currency, sum(sign * cents) as cents, sum(sign * units) as units from (
    select span.value ->> 3 as told, span.value ->> 2 as sign, g.workspace_id, g.channel_id, g.listing_ref, g.model_ref, g.currency,
      g.cents, g.units, g.lines
    from ${own} json_each(${JSON.stringify(blocks)}) as span cross join sold_goods as g
    where g.workspace_id = ${workspaceId} and g.days = span.value ->> 0 and g.from_at = span.value ->> 1 ${ownOf(sql`g`)}
    union all
    select span.value ->> 3, span.value ->> 2, i.workspace_id, i.channel_id, i.listing_ref, i.model_ref, i.currency,
      i.quantity * i.unit_price_cents, i.quantity, 1
    from ${own} json_each(${JSON.stringify(edges)}) as span cross join ${linesAs(isNarrowed)}
    where ${linesIn(workspaceId)} ${ownOf(sql`i`)})
    group by told, channel_id, listing_ref, model_ref, currency having sum(sign * lines) <> 0`;
}

/** Line by line, for what no sums of goods can tell. */
export function soldLines({ workspaceId, spans, goods }: Omit<Frame, "nowMs">): { from: SQL; where: SQL } {
  const isNarrowed = goods.length > 0;
  const time = sql`json_each(${JSON.stringify(spans)}) as span cross join ${linesAs(isNarrowed)}`;
  if (!isNarrowed) return { from: time, where: linesIn(workspaceId) };
  return {
    from: sql`(${offersOf({ workspaceId, goods })}) as own cross join ${time}`,
    where: sql`${linesIn(workspaceId)} and i.channel_id = own.channel_id and i.listing_ref = own.listing_ref and i.model_ref = own.model_ref`,
  };
}

/** The few lines of some goods, or all of a stretch of time. */
function linesAs(isNarrowed: boolean): SQL {
  return isNarrowed ? sql`order_items as i indexed by order_items_listing` : sql`order_items as i`;
}

function linesIn(workspaceId: string): SQL {
  return sql`i.workspace_id = ${workspaceId} and i.placed_at >= span.value ->> 0 and i.placed_at < span.value ->> 1 and i.is_cancelled = 0`;
}

function offersOf({ workspaceId, goods }: Pick<Frame, "workspaceId" | "goods">): SQL {
  const conditions = goods.map(({ dimension, values }) => {
    const list = sql`(select value from json_each(${JSON.stringify(values)}))`;
    const skus = (condition: SQL) => sql`o.variant_id in (select v.id from variants as v
      left join products as p on p.id = v.product_id and p.workspace_id = ${workspaceId} where v.workspace_id = ${workspaceId} and ${condition})`;
    const of: Record<GoodsDimension, SQL> = {
      product: skus(sql`v.product_id in ${list}`),
      sku: skus(sql`v.id in ${list}`),
      brand: skus(sql`p.brand in ${list}`),
      category: sql`o.category_ref in ${list}`,
      listing: sql`o.id in ${list}`,
    };
    return of[dimension];
  });
  return sql`select o.channel_id, o.listing_ref, o.model_ref from listings as o where o.workspace_id = ${workspaceId} and ${sql.join(conditions, sql` and `)}`;
}
