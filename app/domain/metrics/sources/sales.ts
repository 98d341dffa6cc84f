import { sql } from "drizzle-orm";
import type { Formula, Measure, Source } from "./source.ts";
import { channelJoin, shopSplits } from "./shared.ts";

/** Sums a quarter of an hour, kept by triggers beside the orders. Days of every zone begin with one. */
const sales: Source = {
  from: () => sql`sales_quarters as q`,
  alias: "q",
  time: { unit: "moments", column: sql`q.quarter_at` },
  joins: { channels: channelJoin(sql`q.channel_id`) },
  currency: { id: sql`q.currency` },
  splits: {
    ...shopSplits(sql`q.channel_id`),
    "order-state": { id: sql`q.state` },
    "cancelled-by": { id: sql`coalesce(nullif(q.cancelled_by, ''), 'none')` },
  },
};

const isSale = sql`q.state not in ('cancelled', 'unpaid')`;
const isCancelled = sql`q.state = 'cancelled'`;

const ofSales = (value: Measure["value"], per?: Measure["value"]): Measure => ({
  source: sales,
  value,
  where: isSale,
  ...(per === undefined ? {} : { per }),
});
const ofCancelled = (value: Measure["value"]): Measure => ({ source: sales, value, where: isCancelled });

export const gmvOfOrders = ofSales(sql`sum(q.total_cents)`);
export const soldOrders = ofSales(sql`sum(q.orders)`);
export const unitsOfOrders = ofSales(sql`sum(q.units)`);

export const salesFormulas = {
  "average-order-value": { of: [ofSales(sql`sum(q.total_cents)`, sql`sum(q.orders)`)], isPerCurrency: true },
  "units-per-order": { of: [ofSales(sql`sum(q.units)`, sql`sum(q.orders)`)] },
  "cancelled-orders": { of: [ofCancelled(sql`sum(q.orders)`)] },
  "cancelled-value": { of: [ofCancelled(sql`sum(q.total_cents)`)], isPerCurrency: true },
  "cancellation-rate": {
    of: [
      {
        source: sales,
        value: sql`sum(case when ${isCancelled} then q.orders else 0 end)`,
        per: sql`sum(q.orders)`,
        where: sql`q.state <> 'unpaid'`,
      },
    ],
  },
  "marketplace-fees": { of: [ofSales(sql`sum(q.fee_cents)`)], isPerCurrency: true },
  "fee-share": { of: [ofSales(sql`sum(q.fee_cents)`, sql`sum(q.fee_known_cents)`)], isPerCurrency: true },
  "shipping-cost": { of: [ofSales(sql`sum(q.shipping_cents)`)], isPerCurrency: true },
  "net-revenue": { of: [ofSales(sql`sum(q.total_cents - q.fee_cents - q.shipping_cents)`)], isPerCurrency: true },
} satisfies Record<string, Formula>;
