import { sql } from "drizzle-orm";
import { channelJoin, linkJoins, shopSplits } from "./shared.ts";
import { type Summed, soldOffers } from "./sold.ts";
import { togetherInOrders } from "./together.ts";
import type { Formula, Frame, Measure, Source } from "./source.ts";
import { gmvOfOrders, soldOrders, unitsOfOrders } from "./sales.ts";

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
function linesOf(summed: Summed): Source {
  return {
    from: (frame) => sql`(${soldOffers(frame, summed)}) as lines`,
    alias: "lines",
    time: { unit: "moments", isFramed: true },
    joins,
    currency: { id: sql`lines.currency` },
    splits: goodsSplits,
  };
}

const lines = linesOf("goods");
const overlapping = Object.fromEntries(Object.entries(goodsSplits).map(([id, split]) => [id, { ...split, overlaps: true as const }]));
const ordersOfOffers: Source = { ...linesOf("orders"), splits: overlapping };

/** Things that lie in one order: each is an order of its own, and an order of the same product is told once. */
const together: Source = { ...ordersOfOffers, from: (frame) => sql`(${togetherInOrders(frame)}) as lines` };

/**
 * With what one cost to buy; lines whose cost nobody knows are left out, with what they brought in, so that the rate stays true.
 * Fees and shipping are those of the order, by the line's share in it.
 */
const costedLines: Source = { ...linesOf("taken"), where: sql`v.cost_cents is not null and v.currency = lines.currency` };

const marginOf = sql`sum(lines.cents - lines.units * v.cost_cents) - sum(lines.taken_micros) / 10000.0`;
const costed: Pick<Measure, "source" | "joins"> = { source: costedLines, joins: ["listings", "variants"] };

const againInOrders: Measure = { source: together, value: sql`count(*) - count(distinct lines.order_id)` };

export const lineFormulas = {
  gmv: { of: [...gmvOfOrders, { source: lines, value: sql`sum(lines.cents)` }], isPerCurrency: true },
  orders: { of: [...soldOrders, { source: ordersOfOffers, value: sql`sum(lines.orders)`, less: againInOrders, isDistinct: true }] },
  "units-sold": { of: [...unitsOfOrders, { source: lines, value: sql`sum(lines.units)` }] },
  "gross-margin": { of: [{ ...costed, value: marginOf }], isPerCurrency: true },
  "gross-margin-rate": { of: [{ ...costed, value: marginOf, per: sql`sum(lines.cents)` }], isPerCurrency: true },
} satisfies Record<string, Formula>;
