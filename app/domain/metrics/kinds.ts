/** All that can be asked for as a number. What each is made of stands in `catalogue.ts`, what people call it in `words/`. */
export const metricIds = [
  // Sales
  "gmv",
  "orders",
  "units-sold",
  "average-order-value",
  "units-per-order",
  "cancelled-orders",
  "cancelled-value",
  "cancellation-rate",
  "marketplace-fees",
  "fee-share",
  "shipping-cost",
  "net-revenue",
  "gross-margin",
  "gross-margin-rate",
  "buyers",
  "shipped-orders",
  "late-shipments",
  "late-rate",
  "hours-to-ship",
  "open-orders",
  // Listings and service
  "active-listings",
  "paused-listings",
  "listings-out-of-stock",
  "listing-quality",
  "listing-price",
  "questions",
  "unanswered-questions",
  "hours-to-answer",
  "reviews",
  "average-rating",
  "complaints",
  "open-recommendations",
  // Warehouse
  "stock-on-hand",
  "stock-reserved",
  "stock-value",
  "days-of-cover",
  "picked-units",
  "picked-lines",
  "picks-per-hour",
  "short-picks",
  "count-accuracy",
  "floor-tasks-done",
  "open-alerts",
  "returns",
  "return-rate",
  // Shoppers
  "visits",
  "visitors",
  "page-views",
  "product-views",
  "cart-adds",
  "site-purchases",
  "site-revenue",
  "conversion-rate",
  "cart-abandonment-rate",
  "bounce-rate",
  "visit-duration",
  "interactions",
  "views-without-purchase",
  "new-patterns",
  // Models and agents
  "ai-spend",
  "ai-calls",
  "ai-tokens",
  "ai-cost-per-call",
  "agent-runs",
  "proposals",
  "approval-rate",
] as const;
export type MetricId = (typeof metricIds)[number];

export const metricAreas = ["sales", "listings", "warehouse", "shoppers", "ai"] as const;
export type MetricArea = (typeof metricAreas)[number];

/** What a number can be split by or narrowed to. Time is no dimension: it has grains. */
export const dimensionIds = [
  "channel",
  "vendor",
  "product",
  "sku",
  "brand",
  "category",
  "listing",
  "listing-status",
  "order-state",
  "cancelled-by",
  "rating",
  "warehouse",
  "zone",
  "person",
  "alert-kind",
  "return-reason",
  "site",
  "page",
  "referrer",
  "device",
  "country",
  "interaction-kind",
  "hesitation",
  "pattern-kind",
  "model",
  "purpose",
  "asker",
  "agent",
  "weekday",
  "hour-of-day",
] as const;
export type DimensionId = (typeof dimensionIds)[number];

export const grains = ["hour", "day", "week", "month", "quarter", "year"] as const;
export type Grain = (typeof grains)[number];

/** previous: the stretch of equal length right before, or the calendar unit before. year: the same stretch a year before. */
export const comparisons = ["none", "previous", "year"] as const;
export type Comparison = (typeof comparisons)[number];

/** money: minor units of a currency. ratio: 0 to 1. micro-usd: millionths of a dollar. stars: 1 to 5. */
export const metricUnits = ["count", "money", "ratio", "hours", "days", "per-hour", "minutes", "micro-usd", "stars", "points"] as const;
export type MetricUnit = (typeof metricUnits)[number];

export const maxDimensions = 2;
export const maxRows = 1_000;

/** metric-unknown and the like say what was not understood; ambiguous: it can be meant in more than one way. */
export const refusalReasons = [
  "not-understood",
  "metric-unknown",
  "dimension-unfit",
  "name-unknown",
  "ambiguous",
  "period-unclear",
  "period-future",
  "too-long",
  "forbidden",
  "off-topic",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
