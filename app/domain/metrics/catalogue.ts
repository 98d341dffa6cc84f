import type { Action } from "../accounts/permissions.ts";
import type { DimensionId, Grain, MetricArea, MetricId, MetricUnit } from "./kinds.ts";

/** What a number is, apart from how it is counted: pages, planners and programs read the same. */
export type MetricEntry = {
  area: MetricArea;
  unit: MetricUnit;
  /** What a caller must be allowed to see it. */
  scope: Action;
  /** Where the truth of it is kept. */
  table: string;
  /** flow: what happened in a stretch of time. snapshot: how it is at this moment, without a stretch. */
  kind: "flow" | "snapshot";
  /** The numbers of parts add up to that of the whole; not so for rates, averages and counts of different people. */
  isAdditive: boolean;
  dimensions: readonly DimensionId[];
  grains: readonly Grain[];
  better: "higher" | "lower" | "neutral";
  /** It is the product of these two, up to rounding. */
  factors?: readonly [MetricId, MetricId];
};

const byHour: readonly Grain[] = ["hour", "day", "week", "month", "quarter", "year"];
const byDay: readonly Grain[] = ["day", "week", "month", "quarter", "year"];
const never: readonly Grain[] = [];

const clock = ["weekday", "hour-of-day"] as const;
const shop = ["channel", "vendor"] as const;
const goods = ["product", "sku", "brand", "category", "listing"] as const;
const visit = ["site", "referrer", "device", "country", "weekday", "hour-of-day"] as const;
const asked = ["model", "purpose", "asker", "weekday"] as const;

type Own = Pick<MetricEntry, "unit" | "dimensions" | "better"> & Partial<MetricEntry>;

function flow(area: MetricArea, scope: Action, table: string, own: Own): MetricEntry {
  return { area, scope, table, kind: "flow", isAdditive: true, grains: byHour, ...own };
}

function snapshot(area: MetricArea, scope: Action, table: string, own: Own): MetricEntry {
  return { area, scope, table, kind: "snapshot", isAdditive: true, grains: never, ...own };
}

const sold = (own: Own) => flow("sales", "selling:read", "orders", own);
const sent = (own: Own) => flow("sales", "orders:read", "orders", own);
const onOffer = (own: Own) => snapshot("listings", "catalog:read", "listings", own);
const inService = (table: "questions" | "reviews", own: Own) => flow("listings", "service:read", table, own);
const stocked = (own: Own) => snapshot("warehouse", "warehouse:read", "zone_stock", own);
const onFloor = (own: Own) => flow("warehouse", "warehouse:read", "floor_samples", own);
const visited = (own: Own) => flow("shoppers", "shoppers:read", "site_statistics", { grains: byHour, ...own });
const seen = (table: string, own: Own) => flow("shoppers", "shoppers:read", table, own);
const spent = (own: Own) => flow("ai", "ai:read", "ai_spend_days", { grains: byDay, ...own });

export const catalogue: Record<MetricId, MetricEntry> = {
  // GMV and what belongs to it count what was ordered and paid; unpaid and cancelled orders are no sales.
  gmv: sold({
    unit: "money",
    better: "higher",
    dimensions: [...shop, ...goods, "order-state", ...clock],
    factors: ["orders", "average-order-value"],
  }),
  orders: sold({ unit: "count", better: "higher", dimensions: [...shop, ...goods, "order-state", ...clock] }),
  "units-sold": sold({
    unit: "count",
    better: "higher",
    dimensions: [...shop, ...goods, "order-state", ...clock],
    factors: ["orders", "units-per-order"],
  }),
  "average-order-value": sold({ unit: "money", better: "higher", isAdditive: false, dimensions: [...shop, "order-state", ...clock] }),
  "units-per-order": sold({ unit: "count", better: "higher", isAdditive: false, dimensions: [...shop, "order-state", ...clock] }),
  "cancelled-orders": sold({ unit: "count", better: "lower", dimensions: [...shop, "cancelled-by", ...clock] }),
  "cancelled-value": sold({ unit: "money", better: "lower", dimensions: [...shop, "cancelled-by", ...clock] }),
  "cancellation-rate": sold({ unit: "ratio", better: "lower", isAdditive: false, dimensions: [...shop, ...clock] }),
  "marketplace-fees": sold({ unit: "money", better: "lower", dimensions: [...shop, "order-state", ...clock] }),
  "fee-share": sold({ unit: "ratio", better: "lower", isAdditive: false, dimensions: [...shop, "order-state", ...clock] }),
  "shipping-cost": sold({ unit: "money", better: "lower", dimensions: [...shop, "order-state", ...clock] }),
  "net-revenue": sold({ unit: "money", better: "higher", dimensions: [...shop, "order-state", ...clock] }),
  "gross-margin": sold({ unit: "money", better: "higher", table: "order_items", dimensions: [...shop, ...goods, ...clock] }),
  "gross-margin-rate": sold({
    unit: "ratio",
    better: "higher",
    isAdditive: false,
    table: "order_items",
    dimensions: [...shop, ...goods, ...clock],
  }),
  buyers: sold({ unit: "count", better: "higher", isAdditive: false, dimensions: [...shop, ...clock] }),
  "shipped-orders": sent({ unit: "count", better: "higher", dimensions: [...shop, ...clock] }),
  "late-shipments": sent({ unit: "count", better: "lower", dimensions: [...shop, ...clock] }),
  "late-rate": sent({ unit: "ratio", better: "lower", isAdditive: false, dimensions: [...shop, ...clock] }),
  "hours-to-ship": sent({ unit: "hours", better: "lower", isAdditive: false, dimensions: [...shop, ...clock] }),
  "open-orders": snapshot("sales", "orders:read", "orders", {
    unit: "count",
    better: "neutral",
    dimensions: [...shop, "order-state"],
  }),

  "active-listings": onOffer({ unit: "count", better: "higher", dimensions: [...shop, "product", "brand", "category"] }),
  "paused-listings": onOffer({ unit: "count", better: "lower", dimensions: [...shop, "product", "brand", "category"] }),
  "listings-out-of-stock": onOffer({
    unit: "count",
    better: "lower",
    dimensions: [...shop, "product", "brand", "category", "listing"],
  }),
  "listing-quality": onOffer({
    unit: "points",
    better: "higher",
    isAdditive: false,
    dimensions: [...shop, "product", "brand", "category", "listing", "listing-status"],
  }),
  "listing-price": onOffer({
    unit: "money",
    better: "neutral",
    isAdditive: false,
    dimensions: [...shop, "product", "sku", "brand", "category", "listing", "listing-status"],
  }),
  questions: inService("questions", { unit: "count", better: "neutral", dimensions: [...shop, "listing", "product", ...clock] }),
  "unanswered-questions": snapshot("listings", "service:read", "questions", {
    unit: "count",
    better: "lower",
    dimensions: [...shop, "listing", "product"],
  }),
  "hours-to-answer": inService("questions", {
    unit: "hours",
    better: "lower",
    isAdditive: false,
    dimensions: [...shop, "listing", "product", ...clock],
  }),
  reviews: inService("reviews", { unit: "count", better: "neutral", dimensions: [...shop, "listing", "product", "rating", ...clock] }),
  "average-rating": inService("reviews", {
    unit: "stars",
    better: "higher",
    isAdditive: false,
    dimensions: [...shop, "listing", "product", ...clock],
  }),
  complaints: inService("reviews", { unit: "count", better: "lower", dimensions: [...shop, "listing", "product", "rating", ...clock] }),
  "open-recommendations": snapshot("listings", "selling:read", "recommendations", {
    unit: "count",
    better: "lower",
    dimensions: [...shop],
  }),

  "stock-on-hand": stocked({ unit: "count", better: "neutral", dimensions: ["sku", "product", "brand", "warehouse", "zone"] }),
  "stock-reserved": stocked({ unit: "count", better: "neutral", dimensions: ["sku", "product", "brand", "warehouse", "zone"] }),
  "stock-value": stocked({ unit: "money", better: "neutral", dimensions: ["sku", "product", "brand", "warehouse", "zone"] }),
  "days-of-cover": stocked({ unit: "days", better: "neutral", isAdditive: false, dimensions: ["sku", "product", "brand"] }),
  "picked-units": onFloor({ unit: "count", better: "higher", dimensions: ["warehouse", "zone", "person", ...clock] }),
  "picked-lines": onFloor({ unit: "count", better: "higher", dimensions: ["warehouse", "zone", "person", ...clock] }),
  "picks-per-hour": onFloor({
    unit: "per-hour",
    better: "higher",
    isAdditive: false,
    dimensions: ["warehouse", "zone", "person", ...clock],
  }),
  "short-picks": onFloor({ unit: "count", better: "lower", dimensions: ["warehouse", "zone", ...clock] }),
  "count-accuracy": onFloor({ unit: "ratio", better: "higher", isAdditive: false, dimensions: ["warehouse", "zone", ...clock] }),
  "floor-tasks-done": onFloor({ unit: "count", better: "higher", dimensions: ["warehouse", "zone", "person", ...clock] }),
  "open-alerts": snapshot("warehouse", "warehouse:read", "alerts", {
    unit: "count",
    better: "lower",
    dimensions: ["alert-kind", "warehouse", "zone"],
  }),
  returns: flow("warehouse", "warehouse:read", "returns", {
    unit: "count",
    better: "lower",
    dimensions: [...shop, "return-reason", ...clock],
  }),
  "return-rate": flow("warehouse", "warehouse:read", "returns", {
    unit: "ratio",
    better: "lower",
    isAdditive: false,
    dimensions: [...shop, ...clock],
  }),

  visits: visited({ unit: "count", better: "higher", dimensions: [...visit, "page"] }),
  visitors: seen("shopper_sessions", { unit: "count", better: "higher", isAdditive: false, dimensions: ["site", ...clock] }),
  "page-views": visited({ unit: "count", better: "higher", dimensions: [...visit, "page"] }),
  "product-views": seen("interaction_products", {
    unit: "count",
    better: "higher",
    dimensions: ["site", "product", "brand", "device", ...clock],
  }),
  "cart-adds": seen("interaction_products", {
    unit: "count",
    better: "higher",
    dimensions: ["site", "product", "brand", "device", ...clock],
  }),
  "site-purchases": visited({ unit: "count", better: "higher", dimensions: visit, factors: ["visits", "conversion-rate"] }),
  "site-revenue": seen("shopper_sessions", { unit: "money", better: "higher", dimensions: ["site", "device", ...clock] }),
  "conversion-rate": visited({ unit: "ratio", better: "higher", isAdditive: false, dimensions: visit }),
  "cart-abandonment-rate": seen("interactions", {
    unit: "ratio",
    better: "lower",
    isAdditive: false,
    dimensions: ["site", "device", ...clock],
  }),
  "bounce-rate": visited({ unit: "ratio", better: "lower", isAdditive: false, dimensions: visit }),
  "visit-duration": visited({ unit: "minutes", better: "higher", isAdditive: false, dimensions: visit }),
  interactions: seen("interactions", {
    unit: "count",
    better: "neutral",
    dimensions: ["site", "device", "interaction-kind", "hesitation", ...clock],
  }),
  // Looked at in a visit that did not buy it, also where other visits did.
  "views-without-purchase": seen("interaction_products", {
    unit: "count",
    better: "lower",
    dimensions: ["site", "product", "brand", "device", ...clock],
  }),
  "new-patterns": seen("patterns", { unit: "count", better: "neutral", dimensions: ["pattern-kind", ...clock] }),

  "ai-spend": spent({ unit: "micro-usd", better: "lower", dimensions: asked, factors: ["ai-calls", "ai-cost-per-call"] }),
  "ai-calls": spent({ unit: "count", better: "neutral", dimensions: asked }),
  "ai-tokens": spent({ unit: "count", better: "neutral", dimensions: asked }),
  "ai-cost-per-call": spent({ unit: "micro-usd", better: "lower", isAdditive: false, dimensions: asked }),
  "agent-runs": flow("ai", "agents:read", "agent_runs", { unit: "count", better: "neutral", dimensions: ["agent", ...clock] }),
  proposals: flow("ai", "agents:read", "proposals", { unit: "count", better: "neutral", dimensions: ["agent", ...clock] }),
  "approval-rate": flow("ai", "agents:read", "proposals", {
    unit: "ratio",
    better: "higher",
    isAdditive: false,
    dimensions: ["agent", ...clock],
  }),
};
