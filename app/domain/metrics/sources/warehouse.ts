import { type SQL, sql } from "drizzle-orm";
import { channelJoin, orNone, shopSplits } from "./shared.ts";
import { soldOrders } from "./sales.ts";
import { soldOffers, wholeSpan } from "./sold.ts";
import type { Formula, Frame, Measure, Source } from "./source.ts";

const zoneJoin =
  (zoneId: SQL) =>
  ({ workspaceId }: Frame) =>
    sql`left join zones as z on z.id = ${zoneId} and z.workspace_id = ${workspaceId}`;

const houseSplits = (zoneId: SQL): Source["splits"] => ({
  zone: { id: zoneId },
  warehouse: { id: orNone(sql`z.warehouse_id`), joins: ["zones"] },
});

const skuJoins = (sku: SQL) => ({
  variants: ({ workspaceId }: Frame) => sql`left join variants as v on v.id = ${sku} and v.workspace_id = ${workspaceId}`,
  products: ({ workspaceId }: Frame) => sql`left join products as p on p.id = v.product_id and p.workspace_id = ${workspaceId}`,
});
const skuSplits = (sku: SQL): Source["splits"] => ({
  sku: { id: sku },
  product: { id: orNone(sql`v.product_id`), joins: ["variants"] },
  brand: { id: sql`coalesce(nullif(p.brand, ''), 'none')`, joins: ["variants", "products"] },
});

/** What zones told of their stock. */
const stock: Source = {
  from: () => sql`zone_stock as t`,
  alias: "t",
  time: null,
  joins: { zones: zoneJoin(sql`t.zone_id`), ...skuJoins(sql`t.sku`) },
  currency: { id: sql`v.currency`, joins: ["variants"] },
  splits: { ...skuSplits(sql`t.sku`), ...houseSplits(sql`t.zone_id`) },
};

const coverDays = 28;
const dayMs = 86_400_000;

/**
 * What can be sold of each SKU, as `availableOf` says, and what was sold of it in the last four weeks. Where no zone has ever had
 * a SKU, the number on the SKU itself is what there is.
 */
const cover: Source = {
  from: ({ workspaceId, nowMs }) => sql`(
    with held as (select sku, sum(on_hand) - sum(on_hold) - sum(damaged) as usable, sum(reserved) as reserved
      from zone_stock where workspace_id = ${workspaceId} group by sku),
    owed as (select sku, sum(quantity) as owed, sum(case when state in ('promised', 'waiting') then quantity else 0 end) as soft
      from demand_lines where workspace_id = ${workspaceId} and state not in ('shipped', 'cancelled') group by sku),
    sold as (select l.variant_id as sku, sum(i.units) as units
      from (${soldOffers({ workspaceId, goods: [], spans: [wholeSpan(nowMs - coverDays * dayMs, nowMs)] }, "goods")}) as i
      join listings as l on l.workspace_id = ${workspaceId} and l.channel_id = i.channel_id and l.listing_ref = i.listing_ref
        and l.model_ref = i.model_ref
      where l.variant_id is not null group by 1)
    select s.id as sku, s.workspace_id as workspace_id,
      case when h.sku is null then max(0, s.stock) else max(0, h.usable - max(coalesce(o.owed, 0), coalesce(o.soft, 0) + h.reserved)) end
        as available,
      coalesce(x.units, 0) as units
    from variants as s left join held as h on h.sku = s.id left join owed as o on o.sku = s.id left join sold as x on x.sku = s.id
    where s.workspace_id = ${workspaceId}) as covered`,
  alias: "covered",
  time: null,
  joins: skuJoins(sql`covered.sku`),
  splits: skuSplits(sql`covered.sku`),
};

/** Hours of zones as they were written down when they were looked at. Hours begin with those of the world's clock. */
const floor: Source = {
  from: () => sql`floor_samples as f`,
  alias: "f",
  time: { unit: "moments", column: sql`f.hour_ms` },
  joins: { zones: zoneJoin(sql`f.zone_id`) },
  splits: houseSplits(sql`f.zone_id`),
};
const onFloor = (value: Measure["value"], per?: Measure["value"]): Measure => ({
  source: floor,
  value,
  ...(per === undefined ? {} : { per }),
});

const alerts: Source = {
  from: () => sql`alerts as a`,
  alias: "a",
  time: null,
  where: sql`a.resolved_at is null`,
  joins: { zones: zoneJoin(sql`a.subject`) },
  splits: { ...houseSplits(sql`a.subject`), "alert-kind": { id: sql`a.kind` } },
};

const returned: Source = {
  from: () => sql`returns as r`,
  alias: "r",
  time: { unit: "moments", column: sql`r.created_at` },
  where: sql`r.state <> 'called-off'`,
  joins: { channels: channelJoin(sql`r.channel_id`) },
  splits: { ...shopSplits(sql`r.channel_id`), "return-reason": { id: sql`r.reason` } },
};

export const warehouseFormulas = {
  "stock-on-hand": { of: [{ source: stock, value: sql`sum(t.on_hand)` }] },
  "stock-reserved": { of: [{ source: stock, value: sql`sum(t.reserved)` }] },
  // Of what somebody said the cost of.
  "stock-value": {
    of: [{ source: stock, value: sql`sum(t.on_hand * v.cost_cents)`, where: sql`v.cost_cents is not null`, joins: ["variants"] }],
    isPerCurrency: true,
  },
  "days-of-cover": { of: [{ source: cover, value: sql`sum(covered.available)`, per: sql`sum(covered.units)` }], scale: coverDays },
  "picked-units": { of: [onFloor(sql`sum(f.picked_units)`)] },
  "picked-lines": { of: [onFloor(sql`sum(f.picked_lines)`)] },
  // Of each hour in which a zone was picked in; of people their own hours count, which the zones know.
  "picks-per-hour": { of: [onFloor(sql`sum(f.picked_lines)`, sql`sum(f.picked_lines > 0)`)] },
  "short-picks": { of: [onFloor(sql`sum(f.short_picks)`)] },
  "count-accuracy": { of: [onFloor(sql`sum(f.counted_lines - f.wrong_lines)`, sql`sum(f.counted_lines)`)] },
  "floor-tasks-done": { of: [onFloor(sql`sum(f.done_tasks)`)] },
  "open-alerts": { of: [{ source: alerts, value: sql`count(*)` }] },
  returns: { of: [{ source: returned, value: sql`count(*)` }] },
  "return-rate": { of: [{ source: returned, value: sql`count(*)` }], perOf: soldOrders },
} satisfies Record<string, Formula>;
