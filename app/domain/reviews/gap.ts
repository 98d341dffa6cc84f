import { type Aspect, aspects } from "../text/aspect-terms.ts";
import type { Trend } from "../text/trend.ts";

/** A review as it is looked at. `subject` is the goods it is about: a product, or a listing that is linked to none. */
export type ReviewedText = { id: string; subject: string; rating: number; title: string; text: string; writtenAtMs: number };
export type AskedText = { id: string; subject: string; text: string; askedAtMs: number };

/** Word for word from a review, or from a question. */
export type Quote = { source: "review" | "question"; id: string; text: string; rating: number | null; atMs: number };

export const severities = ["minor", "serious", "dangerous"] as const;
export type Severity = (typeof severities)[number];

/** What buyers of some goods complain about, again and again. */
export type Gap = {
  subject: string;
  /** An aspect, or "found:" and the words buyers use for what no aspect knows. */
  topic: string;
  /** The words themselves, where the topic is no aspect. */
  label: string | null;
  reviews: number;
  /** All reviews of these goods in the same time. */
  of: number;
  /** Questions about it, asked before anybody bought. */
  questions: number;
  /** Reviews among them that hold what reads like an order to whoever processes them. */
  suspicious: number;
  severity: Severity;
  /** 0 to 100, by words and stars. */
  severityScore: number;
  trend: Trend;
  /** How sure it is that this is one complaint and these texts make it, 0 to 1. */
  confidence: number;
  firstAtMs: number;
  lastAtMs: number;
  quotes: Quote[];
  /** What is said most often within it. */
  phrases: string[];
  /** When each review that complains was written, newest first: what happens after a mending is counted from here. */
  complainedAtMs: number[];
};

export const foundPrefix = "found:";

export function isAspect(topic: string): topic is Aspect {
  return aspects.some((aspect) => aspect === topic);
}

/** Whether a quote is what its source really says. */
export function isVerbatim(quote: string, source: Pick<ReviewedText, "title" | "text">): boolean {
  return quote.trim() !== "" && (source.title.includes(quote) || source.text.includes(quote));
}
