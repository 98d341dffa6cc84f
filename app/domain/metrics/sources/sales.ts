import { type SQL, sql } from "drizzle-orm";
import type { Formula, Measure, Source } from "./source.ts";
import { channelJoin, shopSplits } from "./shared.ts";

const hourMs = 3_600_000;

const known = {
  alias: "q",
  joins: { channels: channelJoin(sql`q.channel_id`) },
  currency: { id: sql`q.currency` },
  splits: {
    ...shopSplits(sql`q.channel_id`),
    "order-state": { id: sql`q.state` },
    "cancelled-by": { id: sql`coalesce(nullif(q.cancelled_by, ''), 'none')` },
  },
} satisfies Partial<Source>;

/** Sums of an hour, kept by triggers beside the orders. */
const hours: Source = {
  ...known,
  from: () => sql`sales_hours as q`,
  time: { unit: "moments", column: sql`q.hour_at`, wholeMs: hourMs },
};

/** Order by order, for zones whose days begin within an hour of the world's clock. */
const single: Source = {
  ...known,
  from: () => sql`(select workspace_id, placed_at, channel_id, currency, state, coalesce(cancelled_by, '') as cancelled_by, 1 as orders, units,
    total_cents, coalesce(fee_cents, predicted_fee_cents, 0) as fee_cents,
    case when coalesce(fee_cents, predicted_fee_cents) is null then 0 else total_cents end as fee_known_cents,
    coalesce(shipping_cost_cents, 0) as shipping_cents from orders) as q`,
  time: { unit: "moments", column: sql`q.placed_at` },
};
const sources = [hours, single];

const isSale = sql`q.state not in ('cancelled', 'unpaid')`;
const isCancelled = sql`q.state = 'cancelled'`;

/** Counted from the sums where they can tell, else from the orders. */
const measures = (measure: Omit<Measure, "source">): Measure[] => sources.map((source) => ({ source, ...measure }));

const ofSales = (value: SQL, per?: SQL): Measure[] => measures({ value, where: isSale, ...(per === undefined ? {} : { per }) });
const ofCancelled = (value: SQL): Measure[] => measures({ value, where: isCancelled });

export const gmvOfOrders = ofSales(sql`sum(q.total_cents)`);
export const soldOrders = ofSales(sql`sum(q.orders)`);
export const unitsOfOrders = ofSales(sql`sum(q.units)`);

export const salesFormulas = {
  "average-order-value": { of: ofSales(sql`sum(q.total_cents)`, sql`sum(q.orders)`), isPerCurrency: true },
  "units-per-order": { of: ofSales(sql`sum(q.units)`, sql`sum(q.orders)`) },
  "cancelled-orders": { of: ofCancelled(sql`sum(q.orders)`) },
  "cancelled-value": { of: ofCancelled(sql`sum(q.total_cents)`), isPerCurrency: true },
  "cancellation-rate": {
    of: measures({
      value: sql`sum(case when ${isCancelled} then q.orders else 0 end)`,
      per: sql`sum(q.orders)`,
      where: sql`q.state <> 'unpaid'`,
    }),
  },
  "marketplace-fees": { of: ofSales(sql`sum(q.fee_cents)`), isPerCurrency: true },
  "fee-share": { of: ofSales(sql`sum(q.fee_cents)`, sql`sum(q.fee_known_cents)`), isPerCurrency: true },
  "shipping-cost": { of: ofSales(sql`sum(q.shipping_cents)`), isPerCurrency: true },
  "net-revenue": { of: ofSales(sql`sum(q.total_cents - q.fee_cents - q.shipping_cents)`), isPerCurrency: true },
} satisfies Record<string, Formula>;
