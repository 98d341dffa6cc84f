import { type SQL, sql } from "drizzle-orm";
import type { Formula, Frame, Measure, Source } from "./source.ts";

/** The kind of a site's sums that knows a dimension; its value is the dimension's. */
type StatisticKind = "all" | "page" | "referrer" | "device" | "country" | "hour";

const sitesOf = ({ workspaceId }: Frame) => sql`(select site.id from sites as site where site.workspace_id = ${workspaceId})`;

function statistics(kind: StatisticKind, splits: Source["splits"]): Source {
  const isHourly = kind === "hour";
  return {
    from: (
      frame,
    ) => sql`(select workspace_id, site_id, day, value, visits, page_views, visible_ms, bounces, orders, day || 'T' || value || ':00' as hour
      from site_statistics where workspace_id = ${frame.workspaceId} and site_id in ${sitesOf(frame)} and kind = ${kind}) as s`,
    alias: "s",
    time: isHourly ? { unit: "hours", column: sql`s.hour` } : { unit: "days", column: sql`s.day` },
    splits: { site: { id: sql`s.site_id` }, ...splits },
  };
}

const value = sql`s.value`;
const sources = [
  statistics("all", {}),
  statistics("referrer", { referrer: { id: value } }),
  statistics("device", { device: { id: value } }),
  statistics("country", { country: { id: value } }),
  statistics("hour", {}),
];
/** A visit is counted for each page it saw. */
const pages = statistics("page", { page: { id: value, overlaps: true } });

const ofVisits = (sum: SQL, per?: SQL): Measure[] =>
  sources.map((source) => ({ source, value: sum, ...(per === undefined ? {} : { per }) }));

const sessions: Source = {
  from: (frame) => sql`(select workspace_id, site_id, started_at, visitor_key from shopper_sessions
    where workspace_id = ${frame.workspaceId} and site_id in ${sitesOf(frame)} and is_bot = 0) as v`,
  alias: "v",
  time: { unit: "moments", column: sql`v.started_at` },
  splits: { site: { id: sql`v.site_id` } },
};

const seen: Source = {
  from: () => sql`interactions as i`,
  alias: "i",
  time: { unit: "moments", column: sql`i.occurred_at` },
  where: sql`i.is_bot = 0`,
  joins: { tags: () => sql`join json_each(i.tags) as tag on tag.value like 'hesitation:%'` },
  splits: {
    site: { id: sql`i.source_id` },
    device: { id: sql`i.channel` },
    "interaction-kind": { id: sql`i.kind` },
    hesitation: { id: sql`substr(tag.value, 12)`, joins: ["tags"], overlaps: true },
  },
};

/** Visits that ended with an order; what it came to stands in the session. */
const bought: Source = {
  ...seen,
  where: sql`i.is_bot = 0 and i.kind = 'bought' and i.source = 'web'`,
  joins: {
    sessions: ({ workspaceId }) => sql`join shopper_sessions as v on v.id = i.subject_id and v.workspace_id = ${workspaceId}`,
  },
  currency: { id: sql`coalesce(v.features ->> '$.currency', '')`, joins: ["sessions"] },
  splits: { site: { id: sql`i.source_id` }, device: { id: sql`i.channel` } },
};

/** A product in a visit, once, with the strongest part it played there. */
const met: Source = {
  from: ({ workspaceId }) =>
    sql`interaction_products as m join interactions as i on i.id = m.interaction_id and i.workspace_id = ${workspaceId}`,
  alias: "m",
  time: { unit: "moments", column: sql`m.occurred_at` },
  where: sql`i.is_bot = 0`,
  joins: { products: ({ workspaceId }) => sql`left join products as p on p.id = m.product_id and p.workspace_id = ${workspaceId}` },
  splits: {
    site: { id: sql`i.source_id` },
    device: { id: sql`i.channel` },
    product: { id: sql`coalesce(m.product_id, m.product_key)` },
    brand: { id: sql`coalesce(nullif(p.brand, ''), 'none')`, joins: ["products"] },
  },
};
const ofProducts = (where: SQL): Measure => ({ source: met, value: sql`count(*)`, where });

const patterns: Source = {
  from: () => sql`patterns as t`,
  alias: "t",
  time: { unit: "moments", column: sql`t.created_at` },
  // What is only described of a period was found by nobody.
  where: sql`t.kind <> 'observed'`,
  splits: { "pattern-kind": { id: sql`t.kind` } },
};

const withCart = sql`i.kind in ('left-cart', 'left-checkout', 'bought')`;

export const shopperFormulas = {
  visits: { of: [...ofVisits(sql`sum(s.visits)`), { source: pages, value: sql`sum(s.visits)` }] },
  visitors: { of: [{ source: sessions, value: sql`count(distinct v.visitor_key)`, isDistinct: true }] },
  "page-views": { of: [...ofVisits(sql`sum(s.page_views)`), { source: pages, value: sql`sum(s.page_views)` }] },
  "product-views": { of: [ofProducts(sql`m.role <> 'mentioned'`)] },
  // Also what was put back or bought afterwards.
  "cart-adds": { of: [ofProducts(sql`m.role in ('carted', 'removed', 'bought')`)] },
  "site-purchases": { of: ofVisits(sql`sum(s.orders)`) },
  "site-revenue": {
    of: [{ source: bought, value: sql`sum(coalesce(v.features ->> '$.orderCents', 0))`, joins: ["sessions"] }],
    isPerCurrency: true,
  },
  "conversion-rate": { of: ofVisits(sql`sum(s.orders)`, sql`sum(s.visits)`) },
  "cart-abandonment-rate": { of: [{ source: seen, value: sql`sum(i.kind <> 'bought')`, per: sql`count(*)`, where: withCart }] },
  "bounce-rate": { of: ofVisits(sql`sum(s.bounces)`, sql`sum(s.visits)`) },
  "visit-duration": { of: ofVisits(sql`sum(s.visible_ms)`, sql`sum(s.visits)`), scale: 1 / 60_000 },
  interactions: { of: [{ source: seen, value: sql`count(distinct i.id)` }] },
  // A visit that looked at it and did not buy it, also where others did.
  "views-without-purchase": { of: [ofProducts(sql`m.role not in ('mentioned', 'bought')`)] },
  "new-patterns": { of: [{ source: patterns, value: sql`count(*)` }] },
} satisfies Record<string, Formula>;
