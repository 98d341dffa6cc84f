/** What every marketplace has, in our words. Money in minor units, times in UTC milliseconds, references as text. */

export const listingStatuses = ["active", "paused", "closed", "review", "inactive"] as const;
export type ListingStatus = (typeof listingStatuses)[number];

export function isListingStatus(text: string): text is ListingStatus {
  return listingStatuses.some((one) => one === text);
}

export type ListingQuality = {
  /** 0 to 100. */
  score: number;
  level: string;
  /** What the vendor itself says is missing, by its own keys; `harmful` ones lower the score until they are mended. */
  issues: { key: string; text: string; harmful: boolean }[];
};

export type Competition = {
  state: "winning" | "sharing" | "competing" | "listed";
  priceToWinCents: number | null;
  winnerPriceCents: number | null;
  /** The vendor's reasons when the price is not the cause. */
  reasons: string[];
};

export type PriceReference = { state: "highest" | "high" | "ok" | "lowest"; suggestedCents: number | null; lowestCents: number | null };

/** One thing a buyer can choose: a listing, or one model of it. */
export type RemoteListing = {
  listingRef: string;
  /** Empty when the listing has no models. */
  modelRef: string;
  title: string;
  /** What sets this model apart: "Azul / 220 V". */
  modelName: string;
  sku: string | null;
  gtin: string | null;
  categoryRef: string;
  listingType: string;
  logisticType: string;
  condition: string;
  currency: string;
  priceCents: number;
  /** Before a running discount; null without one. */
  regularPriceCents: number | null;
  stock: number;
  reserved: number;
  sold: number;
  status: ListingStatus;
  /** The vendor's own words for why it is in this status. */
  statusReasons: string[];
  permalink: string;
  imageUrls: string[];
  attributes: { key: string; name: string; value: string }[];
  description: string | null;
  freeShipping: boolean;
  isCatalog: boolean;
  /** The vendor moves this price by its own rule and refuses ours. */
  isPriceAutomated: boolean;
  quality: ListingQuality | null;
  competition: Competition | null;
  priceReference: PriceReference | null;
  visits30d: number | null;
  rating: number | null;
  reviews: number | null;
  createdAtMs: number;
  updatedAtMs: number;
};

/** `ready` waits for us to ship; `held` waits for a paper, a check or the vendor. */
export const orderStates = ["unpaid", "held", "ready", "shipped", "delivered", "returned", "cancelled"] as const;
export type OrderState = (typeof orderStates)[number];

export type RemoteOrderItem = {
  listingRef: string;
  modelRef: string;
  sku: string | null;
  title: string;
  quantity: number;
  /** What the buyer paid for one, after the seller's discounts. */
  unitPriceCents: number;
  /** The vendor's fee for the whole line, when it tells per line. */
  feeCents: number | null;
  listingType: string | null;
};

export type RemoteShipment = {
  shipmentRef: string;
  status: string;
  substatus: string | null;
  logisticType: string;
  trackingNumber: string | null;
  carrier: string | null;
  /** What the seller pays for it; null until the vendor tells. */
  sellerCostCents: number | null;
  shipByMs: number | null;
  shippedAtMs: number | null;
  deliveredAtMs: number | null;
  isLate: boolean;
};

export type RemoteOrder = {
  orderRef: string;
  /** One parcel may hold several orders of a cart; equal to the order's own reference when it stands alone. */
  packRef: string;
  state: OrderState;
  /** The vendor's own word. */
  vendorStatus: string;
  currency: string;
  items: RemoteOrderItem[];
  /** Items only, what counts as sales. */
  totalCents: number;
  /** What the buyer paid, shipping included. */
  paidCents: number;
  /** All fees of the vendor, once known. */
  feeCents: number | null;
  /** What the vendor will pay out or has paid out; null until it tells. */
  settledCents: number | null;
  buyerRef: string;
  buyerName: string | null;
  buyerMessage: string | null;
  cancel: { by: "buyer" | "seller" | "vendor"; reason: string } | null;
  tags: string[];
  shipment: RemoteShipment | null;
  placedAtMs: number;
  paidAtMs: number | null;
  closedAtMs: number | null;
  updatedAtMs: number;
};

export type RemoteQuestion = {
  questionRef: string;
  listingRef: string;
  text: string;
  state: "open" | "answered" | "closed" | "hidden";
  buyerRef: string;
  answer: { text: string; atMs: number } | null;
  askedAtMs: number;
};

export type RemoteReview = {
  reviewRef: string;
  listingRef: string;
  modelRef: string | null;
  rating: number;
  title: string;
  text: string;
  /** How many others found it helpful. */
  likes: number;
  reply: string | null;
  writtenAtMs: number;
};

/** One measure the vendor judges a seller by, exactly as it reports it. `rateBp` is in hundredths of a percent, or of `unit`. */
export type ReputationMetric = {
  key: string;
  rateBp: number;
  /** What is measured when it is no percentage: 150 with "day" is a day and a half. */
  unit?: "day" | "hour" | "second" | "number";
  /** Cases counted, when the vendor tells. */
  count: number | null;
  /** What the rate is of, when the vendor tells. */
  base: number | null;
  windowDays: number | null;
  /** The vendor's own target, when it comes with the answer; `isFloor` when more is better. */
  target: { valueBp: number; isFloor: boolean } | null;
};

export type Reputation = {
  /** The vendor's own word for the level; null for a new seller. Never worked out by us. */
  level: string | null;
  medal: string | null;
  /** The level that counts once a protection ends. */
  levelWithoutProtection: string | null;
  protectedUntilMs: number | null;
  metrics: ReputationMetric[];
  salesCompleted: number | null;
};

export type RemoteAccount = {
  accountRef: string;
  name: string;
  site: string;
  /** False when the vendor itself has closed or suspended the account. */
  isUsable: boolean;
  tags: string[];
  reputation: Reputation | null;
  /** Minutes to answer a question, as the vendor measures it. */
  answerMinutes: number | null;
};

/** Why the vendor did not take a change. `other` carries the vendor's own words. */
export const refusalReasons = [
  "price-automated",
  "promotion-running",
  "paused-by-seller",
  "closed",
  "under-review",
  "stale-version",
  "below-reserved",
  "managed-by-vendor",
  "no-stock",
  "unsupported",
  "out-of-range",
  "not-found",
  "not-owner",
  "title-locked",
  "try-later",
  "other",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What of a listing can be changed from outside. A status is the number 1 while on sale and 0 while paused. */
export const changeKinds = ["price", "stock", "status"] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const onSale = 1;
export const paused = 0;

/** Why a marketplace did not take that a parcel left. `other` carries the vendor's own words. */
export const shippingRefusals = [
  "order-cancelled",
  "order-not-ready",
  "managed-by-vendor",
  "tracking-needed",
  "choice-needed",
  "not-found",
  "not-owner",
  "other",
] as const;
export type ShippingRefusal = (typeof shippingRefusals)[number];

/** `followed`: the marketplace hears it from its own carrier and takes no word of ours. */
export type ShippingOutcome = { kind: "told" } | { kind: "followed" } | { kind: "refused"; reason: ShippingRefusal; vendorText: string };

/** `applied` was read back or confirmed; `accepted` takes effect later; `refused` changed nothing. */
export type WriteOutcome = {
  listingRef: string;
  modelRef: string;
} & ({ kind: "applied"; value: number } | { kind: "accepted" } | { kind: "refused"; reason: RefusalReason; vendorText: string });

/** The words of a listing that can be changed from outside, for all its models at once. */
export const textFields = ["title", "description"] as const;
export type TextField = (typeof textFields)[number];

/** `applied` was read back: `text` is what buyers see now, which may differ from what was asked for. */
export type TextOutcome = { kind: "applied"; text: string } | { kind: "refused"; reason: RefusalReason; vendorText: string };
