import { z } from "zod";
import type { RulesReason } from "../ai/ports.ts";
import { suspicionKinds } from "../ai/suspicious.ts";
import { textFields } from "../channels/remote.ts";

export const analysisAreas = ["title", "attributes", "photos", "description", "price", "service", "hacks"] as const;
export type AnalysisArea = (typeof analysisAreas)[number];

/** wrong: costs sales or is against a rule. watch: could be better. hint: a chance. */
export const pointSeverities = ["wrong", "watch", "hint"] as const;

/** field: the listing as it is. product: our own catalogue. rule: the marketplace's or a measured figure's limit. */
const evidenceKinds = ["field", "product", "review", "question", "fee", "rule", "figure", "vendor"] as const;

const fact = z.union([z.number(), z.string()]);
const evidence = z.object({
  kind: z.enum(evidenceKinds),
  /** Which field, rule or figure it is, as a word the pages name; of a review or question, its id. */
  ref: z.string(),
  quote: z.string(),
});
export type PointEvidence = z.infer<typeof evidence>;

const pointChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(textFields), text: z.string() }),
  z.object({ kind: z.literal("price"), priceCents: z.int(), currency: z.string() }),
]);
export type PointChange = z.infer<typeof pointChange>;

/** `rule` names a sentence in every language, which the facts complete. What a model wrote stands in `text` instead. */
export const analysisPointSchema = z.object({
  key: z.string(),
  area: z.enum(analysisAreas),
  severity: z.enum(pointSeverities),
  source: z.enum(["rules", "model"]),
  rule: z.string().nullable(),
  facts: z.record(z.string(), fact),
  text: z.string().nullable(),
  evidence: z.array(evidence),
  change: pointChange.nullable(),
});
export type AnalysisPoint = z.infer<typeof analysisPointSchema>;

const rewriteSources = ["rules", "model"] as const;
const rewrite = z.object({ text: z.string(), source: z.enum(rewriteSources) });
export type Rewrite = z.infer<typeof rewrite>;

export const leftOutReasons = [
  "too-long",
  "too-short",
  "forbidden-word",
  "contact-data",
  "invented-number",
  "lost-fact",
  "order-inside",
  "no-evidence",
  "same-as-now",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
const leftOut = z.object({
  what: z.enum(["title", "description", "point"]),
  text: z.string(),
  reason: z.enum(leftOutReasons),
  detail: z.string(),
});
export type LeftOut = z.infer<typeof leftOut>;

const suspiciousMark = z.object({
  where: z.enum(["title", "description", "attribute", "review", "question", "vendor"]),
  ref: z.string(),
  kind: z.enum(suspicionKinds),
  quote: z.string(),
});
export type SuspiciousMark = z.infer<typeof suspiciousMark>;

/** Everything one analysis says. The score is always counted by rules: the same listing gets the same number. */
export const analysisResultSchema = z.object({
  score: z.int().min(0).max(100),
  parts: z.array(z.object({ area: z.enum(analysisAreas), score: z.int().min(0).max(100) })),
  points: z.array(analysisPointSchema),
  titles: z.array(rewrite),
  description: rewrite.nullable(),
  leftOut: z.array(leftOut),
  suspicious: z.array(suspiciousMark),
});
export type AnalysisResult = z.infer<typeof analysisResultSchema>;

/** Who answered: `model` with its name and call, or rules, with the reason why no model did and the call that came to nothing. */
export type AnalysisAuthor =
  | { source: "model"; provider: string; model: string; callId: string }
  | { source: "rules"; reason: RulesReason; callId: string | null };
