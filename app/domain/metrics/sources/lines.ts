import { sql } from "drizzle-orm";
import { channelJoin, linkJoins, shopSplits } from "./shared.ts";
import { soldLines, soldOffers } from "./sold.ts";
import type { Formula, Frame, Measure, Source } from "./source.ts";
import { gmvOfOrders, soldOrders, unitsOfOrders } from "./sales.ts";

/** Grouped by the piece alone: all else of it comes along. */
const pieces = sql`span.value ->> 2 as bucket, span.value ->> 3 as period, span.value ->> 4 as weekday, span.value ->> 5 as hour`;

const listingJoin = ({ workspaceId }: Frame) => sql`left join listings as l on l.workspace_id = ${workspaceId}
  and l.channel_id = lines.channel_id and l.listing_ref = lines.listing_ref and l.model_ref = lines.model_ref`;

/** What is linked counts as its product across channels, all else as what it is on its channel. */
const own = sql`lines.channel_id || '/' || lines.listing_ref`;
const goodsSplits: Source["splits"] = {
  ...shopSplits(sql`lines.channel_id`),
  product: { id: sql`coalesce(v.product_id, ${own})`, joins: ["listings", "variants"] },
  sku: { id: sql`coalesce(v.id, ${own} || '/' || lines.model_ref)`, joins: ["listings", "variants"] },
  brand: { id: sql`coalesce(nullif(p.brand, ''), 'none')`, joins: ["listings", "variants", "products"] },
  category: { id: sql`coalesce(nullif(l.category_ref, ''), 'none')`, joins: ["listings"] },
  listing: { id: sql`coalesce(l.id, ${own} || '/' || lines.model_ref)`, joins: ["listings"] },
};
const joins = { channels: channelJoin(sql`lines.channel_id`), listings: listingJoin, ...linkJoins };

/** Summed by what was on offer before anything is joined: a thousand listings are looked up, not a million lines. */
const lines: Source = {
  from: (frame) => sql`(${soldOffers(frame)}) as lines`,
  alias: "lines",
  time: { unit: "moments", isFramed: true },
  joins,
  currency: { id: sql`lines.currency` },
  splits: goodsSplits,
};

/** Line by line, for counting orders: one may hold the same product twice. */
const linesOfOrders: Source = {
  from: (frame) => sql`(select ${pieces}, i.workspace_id, i.channel_id, i.listing_ref, i.model_ref, i.order_id from ${soldLines(frame).from}
    where ${soldLines(frame).where}) as lines`,
  alias: "lines",
  time: { unit: "moments", isFramed: true },
  joins,
  splits: Object.fromEntries(Object.entries(goodsSplits).map(([id, split]) => [id, { ...split, overlaps: true as const }])),
};

const share = sql`(i.quantity * i.unit_price_cents) * 1.0 / nullif(o.total_cents, 0)`;

/**
 * With what one cost to buy; lines whose cost nobody knows are left out, with what they brought in, so that the rate stays true.
 * Fees and shipping are those of the order, by the line's share in it.
 */
const costedLines: Source = {
  from: (frame) => sql`(select ${pieces}, i.workspace_id, i.channel_id, i.listing_ref, i.model_ref, o.currency as currency,
    sum(i.quantity) as units, sum(i.quantity * i.unit_price_cents) as cents,
    sum(coalesce((coalesce(o.fee_cents, o.predicted_fee_cents, 0) + coalesce(o.shipping_cost_cents, 0)) * ${share}, 0)) as taken_cents
    from ${soldLines(frame).from} join orders as o on o.id = i.order_id and o.workspace_id = ${frame.workspaceId}
    where ${soldLines(frame).where} group by span.key, i.channel_id, i.listing_ref, i.model_ref, 9) as lines`,
  alias: "lines",
  time: { unit: "moments", isFramed: true },
  joins,
  where: sql`v.cost_cents is not null and v.currency = lines.currency`,
  currency: { id: sql`lines.currency` },
  splits: goodsSplits,
};

const marginOf = sql`sum(lines.cents - lines.taken_cents - lines.units * v.cost_cents)`;
const costed: Pick<Measure, "source" | "joins"> = { source: costedLines, joins: ["listings", "variants"] };

export const lineFormulas = {
  gmv: { of: [...gmvOfOrders, { source: lines, value: sql`sum(lines.cents)` }], isPerCurrency: true },
  orders: { of: [...soldOrders, { source: linesOfOrders, value: sql`count(distinct lines.order_id)`, isDistinct: true }] },
  "units-sold": { of: [...unitsOfOrders, { source: lines, value: sql`sum(lines.units)` }] },
  "gross-margin": { of: [{ ...costed, value: marginOf }], isPerCurrency: true },
  "gross-margin-rate": { of: [{ ...costed, value: marginOf, per: sql`sum(lines.cents)` }], isPerCurrency: true },
} satisfies Record<string, Formula>;
