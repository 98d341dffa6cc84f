import type { Evidence } from "#db/schema/selling.ts";
import type { VendorId } from "../../channels/ports.ts";
import type { Competition, ListingQuality, ListingStatus, PriceReference } from "../../channels/remote.ts";
import type { FoundKind } from "../../patterns/kinds.ts";
import type { FeeLine } from "../../pricing/fees.ts";
import type { PriceQuestion } from "../../pricing/target-price.ts";
import type { SellerReputation } from "../account.ts";
import type { MetricHeadroom } from "../headroom.ts";
import type { Remedy } from "../remedy.ts";
import type { ShopperSigns } from "../shopper-signs.ts";

export const ruleGroups = ["reputation", "quality", "stock", "price", "service", "hygiene", "shoppers"] as const;
export type RuleGroup = (typeof ruleGroups)[number];

/** What an account-wide rule may look at. */
export type ChannelFacts = {
  nowMs: number;
  channelId: string;
  name: string;
  vendor: VendorId;
  site: string;
  currency: string;
  reputation: SellerReputation | null;
  headroom: readonly MetricHeadroom[];
  /** The best level of the last 30 days before today. */
  bestLevel: string | null;
  answerMinutes: number | null;
  questions: { open: number; over24h: number; oldestHours: number };
  /** Orders that wait for us: past their hour, and due within four. */
  dispatch: { late: number; dueSoon: number };
  /** Sales of 30 days whose fee is both predicted and charged. */
  fees: { orders: number; chargedCents: number; predictedCents: number };
};

/** What a rule about one listing may look at. */
export type ListingFacts = {
  nowMs: number;
  channelId: string;
  vendor: VendorId;
  id: string;
  title: string;
  sku: string | null;
  gtin: string | null;
  status: ListingStatus;
  statusReasons: readonly string[];
  currency: string;
  priceCents: number;
  /** Before a running discount; null without one. */
  regularPriceCents: number | null;
  stock: number;
  reserved: number;
  pictures: number;
  description: string | null;
  freeShipping: boolean;
  isCatalog: boolean;
  isPriceAutomated: boolean;
  linkState: string;
  createdAtMs: number;
  quality: ListingQuality | null;
  competition: Competition | null;
  priceReference: PriceReference | null;
  visits30d: number | null;
  /** When the marketplace last told how the listing stands; null when never. */
  verdictsReadAtMs: number | null;
  /** Null while it is linked to nothing of ours. The cost is as old as the last change of the SKU. */
  variant: { id: string; costCents: number | null; stock: number; changedAtMs: number } | null;
  units7d: number;
  units30d: number;
  units90d: number;
  /** Price, fees and shipping as the price list of today and the last parcels say; null while cost or fees are unknown. */
  pricing: PriceQuestion | null;
  /** The line of today's price list that applies to its price; null where none covers it. */
  fees: FeeLine | null;
  /** Share of the price that was charged lately; null while no bill has come. */
  chargedBp: number | null;
  /** The seller pays the parcel, and no bill has told yet how much. */
  isShippingUnknown: boolean;
  reviews: { bad30d: number; word: { text: string; reviews: number } | null };
  shoppers: ShopperSigns;
};

/** What a rule about one SKU on all its channels may look at. */
export type SkuFacts = {
  nowMs: number;
  sku: string;
  title: string;
  currency: string;
  offers: readonly { listingId: string; channelId: string; vendor: VendorId; currency: string; priceCents: number }[];
  /** How many accounts are connected. */
  channels: number;
  units30d: number;
};

/** What a rule about a pattern of shoppers may look at: as it was last found. */
export type PatternFacts = {
  /** The same from period to period. */
  name: string;
  kind: FoundKind;
  label: string;
  sessions: number;
  outOf: number;
  /** Sessions more or fewer than were to be expected; none where it no longer shows. */
  beyond: number;
  isFound: boolean;
  /** Where it is read: the query of the patterns' page. */
  page: string;
};

/** Which figure a rule wants to move. It is read again after the advice was applied. */
export type Measure<Facts> = {
  metric: string;
  unit: string;
  read: (facts: Facts) => number | null;
  /** Where the rule expects it to be afterwards. */
  goal: (facts: Facts) => number;
};

/**
 * One rule: what it looks at, when it fires and with which figures, what it expects, and what would mend it.
 * Its words are in the texts of both languages under its id.
 */
export type Rule<Facts> = {
  id: string;
  group: RuleGroup;
  /** Figures the condition reads, as pages name them. */
  inputs: readonly string[];
  /** The figures that made it fire; undefined when all is well. */
  condition: (facts: Facts) => Evidence | undefined;
  measure: Measure<Facts>;
  remedy: (facts: Facts) => Remedy;
  /** 0 to 100; what costs most comes first. */
  priority: (facts: Facts) => number;
};
export type ChannelRule = Rule<ChannelFacts>;
export type ListingRule = Rule<ListingFacts>;
export type SkuRule = Rule<SkuFacts>;
export type PatternRule = Rule<PatternFacts>;
