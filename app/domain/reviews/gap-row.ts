import { z } from "zod";
import type { reviewGaps } from "#db/schema/review-gaps.ts";
import { type Direction, directions, type Part, shareOf, trendOf } from "../text/trend.ts";
import { type FixTarget, fixTargets } from "./fix-targets.ts";
import { gapStates, type GapState, type Mending } from "./kinds.ts";
import { type Quote, severities, type Severity } from "./gap.ts";

const quoteSchema = z.object({
  source: z.enum(["review", "question"]),
  id: z.string(),
  text: z.string(),
  rating: z.number().nullable(),
  atMs: z.number(),
});
const partSchema = z.object({ found: z.number(), of: z.number() });
const trendSchema = z.object({ direction: z.enum(directions), recent: partSchema, earlier: partSchema, sure: z.number() });
const fixSchema = z.object({
  target: z.enum(fixTargets),
  attribute: z.string().nullable(),
  known: z.string().nullable(),
  sentence: z.string().nullable(),
});

export type ReviewGap = {
  id: string;
  topic: string;
  label: string | null;
  productId: string | null;
  listingId: string | null;
  channelId: string;
  listingRef: string;
  title: string;
  reviews: number;
  /** All reviews of the same goods in the same time. */
  reviewsOf: number;
  questions: number;
  /** Reviews among them that hold what reads like an order to whoever processes them. */
  suspicious: number;
  severity: Severity;
  severityScore: number;
  /** 0 to 1. */
  confidence: number;
  trend: { direction: Direction; recent: Part; earlier: Part; sure: number };
  quotes: Quote[];
  phrases: string[];
  fix: { target: FixTarget; attribute: string | null; known: string | null; sentence: string | null };
  state: GapState;
  mendedAt: number | null;
  before: Part | null;
  after: Part | null;
  mending: Mending | null;
  firstAt: number;
  lastAt: number;
  refreshedAt: number;
  version: number;
};

export function toReviewGap(row: typeof reviewGaps.$inferSelect): ReviewGap {
  const { workspaceId: _workspace, subject: _subject, weight: _weight, ...rest } = row;
  const unknown = { direction: "unknown" as const, recent: { found: 0, of: 0 }, earlier: { found: 0, of: 0 }, sure: 0 };
  const nothing = { target: "description" as const, attribute: null, known: null, sentence: null };
  return {
    ...rest,
    confidence: row.confidence / 100,
    severity: severities.find((one) => one === row.severity) ?? "minor",
    state: gapStates.find((one) => one === row.state) ?? "open",
    trend: trendSchema.safeParse(row.trend).data ?? unknown,
    quotes: z.array(quoteSchema).safeParse(row.quotes).data ?? [],
    fix: fixSchema.safeParse(row.fix).data ?? nothing,
    mending: row.before === null || row.after === null ? null : mendingOf(row.before, row.after),
  };
}

/** The share of complaints before and after, told apart from chance like every trend. */
function mendingOf(before: Part, after: Part): Mending {
  const { direction } = trendOf(after, before);
  if (direction === "falling") return "fell";
  if (direction === "rising") return "rose";
  return direction === "steady" && shareOf(before) > 0 ? "same" : "early";
}
