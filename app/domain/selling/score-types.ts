import type { Evidence } from "#db/schema/selling.ts";
import type { VendorId } from "../channels/ports.ts";
import type { SellerReputation } from "./account.ts";
import type { MetricHeadroom, SalesDay } from "./headroom.ts";

export const partIds = ["reputation", "quality", "service", "stock-price"] as const;
export type PartId = (typeof partIds)[number];

/** Of 100. */
export const partWeights: Record<PartId, number> = { reputation: 45, quality: 25, service: 15, "stock-price": 15 };

/** The rules that points come from; each has a text that says how. */
export const scoreRuleIds = [
  "metric-limits",
  "metric-target",
  "listing-quality",
  "answer-time",
  "waiting-questions",
  "dispatch",
  "out-of-stock",
  "price-position",
] as const;
export type ScoreRuleId = (typeof scoreRuleIds)[number];

/** Why a part could not be counted. */
export const gaps = ["no-reputation", "no-sales", "no-quality", "no-service", "no-stock-price"] as const;
export type Gap = (typeof gaps)[number];

/** Why there is no score at all. */
export const scoreGaps = ["no-channel", "nothing-to-judge"] as const;
export type ScoreGap = (typeof scoreGaps)[number];

export type ListingWeight = { listingId: string; title: string; units: number };

/** What the score of one channel is made of, as the database counts it. */
export type ScoreFacts = {
  vendor: VendorId;
  site: string;
  nowMs: number;
  reputation: SellerReputation | null;
  /** False where rates are shares of nothing: whoever sold nothing is neither good nor bad at it. */
  hasSales: boolean;
  answerMinutes: number | null;
  days: readonly SalesDay[];
  /** Units sold in 30 days. */
  units30d: number;
  quality: {
    listings: number;
    scoreSum: number;
    units: number;
    scoreByUnits: number;
    worst: readonly (ListingWeight & { score: number })[];
  };
  questions: { open: number; oldestAskedAtMs: number | null; answered: number; answerMinutesSum: number };
  dispatch: { due: number; late: number };
  stock: { soldUnits: number; outUnits: number; earlierOutBp: readonly number[]; out: readonly ListingWeight[] };
  /** Active listings whose place against others is known, by that place. */
  prices: readonly { state: string; listings: number; units: number }[];
};

/** One line of a part: a rule, what it looked at, and the points it gave (0 to 10 000). */
export type ScoreLine = { rule: ScoreRuleId; subject: string; points: number; evidence: Evidence };

/** Points of the whole score that a line or listing costs, in hundredths, with what it rests on and where it is won back. */
export type Loss = {
  rule: ScoreRuleId;
  subject: string;
  lost: number;
  evidence: Evidence;
  /** The advice that wins it back; its rule's id. */
  advice: string;
};

export type ScorePart = {
  id: PartId;
  /** Share of the whole after missing parts were left out, in basis points. */
  weightBp: number;
  /** 0 to 10 000; null when the part could not be counted. */
  points: number | null;
  gap: Gap | null;
  lines: ScoreLine[];
  losses: Loss[];
};

export type Score = {
  /** 0 to 100; null when nothing could be counted. */
  score: number | null;
  /** Why there is none; null where there is one. */
  gap: ScoreGap | null;
  parts: ScorePart[];
  headroom: MetricHeadroom[];
  /** Share of sales whose listing is out of stock today. */
  outOfStockBp: number | null;
};
