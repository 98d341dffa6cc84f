import { sql } from "drizzle-orm";
import { channelJoin, shopSplits } from "./shared.ts";
import type { Formula, Measure, Source } from "./source.ts";

const shop = { joins: { channels: channelJoin(sql`o.channel_id`) }, splits: shopSplits(sql`o.channel_id`) };
const from = () => sql`orders as o`;

/** Orders by when they were placed, for what is not in their sums. */
const placed: Source = { from, alias: "o", time: { unit: "moments", column: sql`o.placed_at` }, ...shop };

/** Orders by when they left. */
const shipped: Source = {
  from,
  alias: "o",
  time: { unit: "moments", column: sql`o.shipped_at` },
  where: sql`o.shipped_at is not null`,
  ...shop,
};

const open: Source = {
  from,
  alias: "o",
  time: null,
  where: sql`o.state in ('held', 'ready')`,
  ...shop,
  splits: { ...shop.splits, "order-state": { id: sql`o.state` } },
};

/** It left after it should have, or the marketplace calls it late. */
const wasLate = sql`(o.is_late or o.shipped_at > o.ship_by)`;
const ofShipped = (value: Measure["value"]): Measure => ({ source: shipped, value });

export const sentFormulas = {
  // A marketplace's own name for a buyer says nothing on another one.
  buyers: {
    of: [
      {
        source: placed,
        value: sql`count(distinct o.channel_id || '/' || o.buyer_ref)`,
        where: sql`o.state not in ('cancelled', 'unpaid')`,
        isDistinct: true,
      },
    ],
  },
  "shipped-orders": { of: [ofShipped(sql`count(*)`)] },
  "late-shipments": { of: [{ ...ofShipped(sql`count(*)`), where: wasLate }] },
  "late-rate": { of: [{ ...ofShipped(sql`coalesce(sum(${wasLate}), 0)`), per: sql`count(*)` }] },
  "hours-to-ship": {
    of: [{ ...ofShipped(sql`sum(o.shipped_at - coalesce(o.paid_at, o.placed_at))`), per: sql`count(*)` }],
    scale: 1 / 3_600_000,
  },
  "open-orders": { of: [{ source: open, value: sql`count(*)` }] },
} satisfies Record<string, Formula>;
