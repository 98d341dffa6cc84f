/** Where shoppers are seen. Cameras and social media come through the same pipe as the web. */
export const interactionSources = ["web", "social", "cctv"] as const;
export type InteractionSource = (typeof interactionSources)[number];

/** What an interaction came to, the strongest thing that happened in it. */
export const interactionKinds = [
  "bought",
  "left-checkout",
  "left-cart",
  "compared",
  "searched-in-vain",
  "viewed",
  "browsed",
  "glanced",
  "mentioned",
  "visited",
] as const;
export type InteractionKind = (typeof interactionKinds)[number];

export const productRoles = ["viewed", "compared", "carted", "removed", "bought", "mentioned"] as const;
export type ProductRole = (typeof productRoles)[number];

/** A product as it played a part; linked to the catalogue where one fits. */
export type InteractionProduct = {
  /** What stays the same for it within a site: `sku:…`, `gtin:…` or `url:…`. */
  key: string;
  productId: string | null;
  variantId: string | null;
  name: string;
  priceCents: number | null;
  currency: string | null;
  /** The strongest part it played. */
  role: ProductRole;
  views: number;
  visibleMs: number;
  firstAt: number;
};

/** One thing that happened, as a sentence is made of it and as it is shown as evidence. */
export type InteractionMoment = {
  at: number;
  /** Id of the event in the raw archive. */
  eventId: string;
  kind: string;
  data: Record<string, string | number | boolean | null>;
};

/** Why somebody seemed to hesitate, by rules: `shipping-cost`, `price`, `stock`, `form`, `comparing`, `payment`. */
export type Hesitation = { reason: string; eventIds: string[]; strength: number };

/** What a session comes down to: made by rules from its events, and all that patterns look at. */
export type SessionFeatures = {
  startedAt: number;
  endedAt: number;
  /** Time the pages were really looked at. */
  visibleMs: number;
  pages: number;
  clicks: number;
  rageClicks: number;
  deadClicks: number;
  deepestPercent: number;
  landingPath: string;
  exitPath: string;
  /** Stages reached, in the order of the shop's funnel: landing, product, cart, checkout, order. */
  stages: readonly ("landing" | "product" | "cart" | "checkout" | "order")[];
  /** Names of checkout steps, in the order they were reached. */
  checkoutSteps: string[];
  searches: { query: string; results: number | null; isFollowed: boolean }[];
  products: InteractionProduct[];
  hesitations: Hesitation[];
  orderRef: string | null;
  orderCents: number | null;
  currency: string | null;
  isReturning: boolean;
  /** Empty for a person; else why it looks like a program. */
  botFlags: string[];
  device: "desktop" | "phone" | "tablet" | "other";
  browser: string;
  country: string | null;
  referrerHost: string | null;
  campaign: { source: string | null; medium: string | null; name: string | null };
};
