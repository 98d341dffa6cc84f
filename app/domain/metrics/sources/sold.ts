import { type SQL, sql } from "drizzle-orm";
import { cutBlocks } from "../cut-blocks.ts";
import type { Frame, GoodsDimension, Span } from "./source.ts";

/** In two or more pieces than these they are days, and blocks would save little of each. */
const mostCut = 2_000;

/** What a piece of time is told apart by comes last, as one value that its rows are grouped by. */
type Told = [bucket: number, period: number, weekday: string, hour: string];
type EdgeSpan = [fromMs: number, toMs: number, sign: number, told: Told];
type BlockSpan = [days: number, fromMs: number, sign: number, told: Told];

/** What lines outside of all blocks have to tell: orders take their numbers, what was taken the orders themselves. */
export type Summed = "goods" | "orders" | "taken";
type Place = Omit<Frame, "nowMs" | "by">;

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
export function soldOffers({ workspaceId, spans, goods }: Place, summed: Summed): SQL {
  const { edges, blocks } = cutSpans(spans);
  const own = goods.length > 0 ? sql`(${offersOf({ workspaceId, goods })}) as own cross join` : sql``;
  const isOwn = goods.length > 0 ? sql`and ${isOffer("g", "own")}` : sql``;
  return sql`select told ->> 0 as bucket, told ->> 1 as period, told ->> 2 as weekday, told ->> 3 as hour, workspace_id, channel_id,
      listing_ref, model_ref, currency, sum(sign * cents) as cents, sum(sign * units) as units, sum(sign * orders) as orders,
      sum(sign * taken_micros) as taken_micros from (
    select span.value ->> 3 as told, span.value ->> 2 as sign, g.workspace_id, g.channel_id, g.listing_ref, g.model_ref, g.currency,
      g.cents, g.units, g.lines, g.orders, g.taken_micros
    from ${own} json_each(${JSON.stringify(blocks)}) as span cross join sold_goods as g
    where g.workspace_id = ${workspaceId} and g.days = span.value ->> 0 and g.from_at = span.value ->> 1 ${isOwn}
    union all
    ${edgeLines({ workspaceId, goods, spans: edges }, summed)})
    group by told, channel_id, listing_ref, model_ref, currency having sum(sign * lines) <> 0`;
}

function edgeLines(place: Omit<Place, "spans"> & { spans: readonly EdgeSpan[] }, summed: Summed): SQL {
  const { from, where } = soldLines(place);
  const offer = sql`span.value ->> 3, span.value ->> 2, i.workspace_id, i.channel_id, i.listing_ref, i.model_ref, i.currency`;
  // An order that holds a thing in two lines is one order of it.
  if (summed === "orders")
    return sql`select ${offer}, 0, 0, count(*), 1, 0 from ${from} where ${where}
      group by span.key, i.placed_at, i.order_id, i.channel_id, i.listing_ref, i.model_ref, i.currency`;
  const sums = sql`i.quantity * i.unit_price_cents, i.quantity, 1, 0`;
  if (summed === "goods") return sql`select ${offer}, ${sums}, 0 from ${from} where ${where}`;
  return sql`select ${offer}, ${sums}, coalesce(${takenMicros}, 0)
    from ${from} left join orders as o on o.id = i.order_id and o.workspace_id = ${place.workspaceId} where ${where}`;
}

/** As the sums keep it: rounded line by line, so that what is added and taken away is the same. */
const takenMicros = sql`cast(round((coalesce(o.fee_cents, o.predicted_fee_cents, 0) + coalesce(o.shipping_cost_cents, 0)) * 10000.0
  * i.quantity * i.unit_price_cents / nullif(o.total_cents, 0)) as integer)`;

/** Line by line: the few of some goods, or all of a stretch of time. */
export function soldLines({ workspaceId, spans, goods }: Omit<Place, "spans"> & { spans: readonly unknown[] }): { from: SQL; where: SQL } {
  const isIn = sql`i.workspace_id = ${workspaceId} and i.placed_at >= span.value ->> 0 and i.placed_at < span.value ->> 1 and i.is_cancelled = 0`;
  const time = sql`json_each(${JSON.stringify(spans)}) as span cross join order_items as i`;
  if (goods.length === 0) return { from: time, where: isIn };
  return {
    from: sql`(${offersOf({ workspaceId, goods })}) as own cross join ${time} indexed by order_items_listing`,
    where: sql`${isIn} and ${isOffer("i", "own")}`,
  };
}

/** Whether rows of two tables are of the same thing on offer. */
function isOffer(one: string, other: string): SQL {
  const same = (column: string) =>
    sql`${sql.identifier(one)}.${sql.identifier(column)} = ${sql.identifier(other)}.${sql.identifier(column)}`;
  return sql.join(["channel_id", "listing_ref", "model_ref"].map(same), sql` and `);
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
