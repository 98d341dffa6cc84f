import type { PriceSightingKind } from "../market/kinds.ts";

export const timelineKinds = ["interaction", "order", "review", "change", "stock", "price", "trend"] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** One line of what happened around a product, wherever it was seen. Texts come from outside. */
export type TimelineEntry =
  | { kind: "interaction"; id: string; at: number; text: string; source: string; what: string }
  | { kind: "order"; id: string; at: number; quantity: number; cents: number; currency: string; isCancelled: boolean }
  | { kind: "review"; id: string; at: number; rating: number; text: string }
  | { kind: "change"; id: string; at: number; what: string; before: number; after: number }
  | { kind: "stock"; id: string; at: number; what: string; delta: number; zone: string }
  | SeenPrice
  | SeenTrend;

export type SeenPrice = {
  kind: "price";
  id: string;
  at: number;
  what: PriceSightingKind;
  /** The marketplace's word for how we stand, or whether an offer can be bought. */
  state: string;
  /** Of offers. */
  seller: string;
  currency: string;
  cents: number | null;
  before: number | null;
  /** Our own price at that moment. */
  ours: number | null;
  /** Null for offers: they are of a code, whoever sells it. */
  listingId: string | null;
};
export type SeenTrend = {
  kind: "trend";
  id: string;
  at: number;
  /** rising, falling, new or steady. */
  what: string;
  term: string;
  region: string;
  changePercent: number | null;
  sureness: number;
  /** Null once the trend itself is forgotten; `state` as people decided of it. */
  trendId: string | null;
  state: string | null;
};
