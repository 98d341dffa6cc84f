import type { listingAnalyses } from "#db/schema/listing-texts.ts";
import { rulesReasons } from "../ai/ports.ts";
import { type AnalysisAuthor, type AnalysisResult, analysisResultSchema } from "./result.ts";

type Row = typeof listingAnalyses.$inferSelect;

export type AnalysisSummary = {
  id: string;
  listingId: string;
  label: string;
  score: number;
  author: AnalysisAuthor;
  rulesVersion: number;
  prompt: { name: string; version: number };
  requestedBy: string;
  createdAt: number;
};

export function toSummary({
  id,
  listingId,
  label,
  score,
  rulesVersion,
  promptName,
  promptVersion,
  requestedBy,
  createdAt,
  ...row
}: Row): AnalysisSummary {
  return {
    id,
    listingId,
    label,
    score,
    author: authorOf(row),
    rulesVersion,
    prompt: { name: promptName, version: promptVersion },
    requestedBy,
    createdAt,
  };
}

function authorOf({
  source,
  reason,
  provider,
  model,
  callId,
}: Pick<Row, "source" | "reason" | "provider" | "model" | "callId">): AnalysisAuthor {
  if (source === "model" && provider !== null && model !== null && callId !== null) return { source, provider, model, callId };
  return { source: "rules", reason: rulesReasons.find((one) => one === reason) ?? "no-models", callId };
}

/** Undefined for one that an older version of the product wrote in a way nothing reads any more. */
export function resultOf({ result }: Pick<Row, "result">): AnalysisResult | undefined {
  return analysisResultSchema.safeParse(result).data;
}
