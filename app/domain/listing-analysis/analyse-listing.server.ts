import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { listingAnalyses } from "#db/schema/listing-texts.ts";
import { insert } from "#db/writes.ts";
import type { Answer } from "../ai/ports.ts";
import { findListing } from "../catalog/read-listing.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { analyseByRules, analysisRulesVersion } from "./analyse-by-rules.ts";
import { type AnalysisSummary, toSummary } from "./analysis-row.ts";
import { checkPoint, isLeftOut, mergeModel, pointsSoFar } from "./check-model.ts";
import type { AnalysisFacts } from "./facts.ts";
import { findFacts } from "./find-facts.server.ts";
import { analyseData, analyseInstructions, analysePrompt, type ModelAnalysis, modelAnalysisSchema } from "./prompts/analyse.ts";
import type { AnalysisPoint, AnalysisResult } from "./result.ts";
import { analyseListingSchema } from "./schemas.ts";

/** Hears of each point as soon as it is known to hold. */
type AnalysisWatch = { onPoint?: (point: AnalysisPoint) => void };
export type Analysed = AnalysisSummary & { result: AnalysisResult };

/**
 * Judges a listing and keeps what was said. Rules answer first and always; a model adds to it, as far as what it says can be
 * found in what it was given. Nothing at any marketplace changes by it.
 */
export async function analyseListing(
  ctx: ServiceContext,
  input: z.input<typeof analyseListingSchema>,
  { onPoint = () => undefined }: AnalysisWatch = {},
): Promise<Analysed> {
  requirePermission(ctx, "catalog:write");
  const { listingId } = parseInput(analyseListingSchema, input);
  const facts = await findFacts(ctx, await findListing(ctx, listingId));
  const byRules = analyseByRules(facts);
  for (const point of byRules.points) onPoint(point);
  const answer = await askModel(ctx, facts, onPoint);
  const result = answer.source === "model" ? mergeModel(byRules, answer.value, facts) : byRules;
  const row = { ...rowOf(ctx, facts, answer), result, score: result.score };
  await mutate(ctx, {
    writes: [insert(listingAnalyses, row)],
    audit: {
      action: "listing.analysed",
      subject: { type: "listing", id: listingId, label: row.label },
      after: { score: row.score, source: row.source },
    },
    events: [{ type: "data.changed", area: "listings" }],
  });
  return { ...toSummary({ ...row, workspaceId: ctx.workspaceId, version: 1 }), result };
}

function askModel(ctx: ServiceContext, facts: AnalysisFacts, onPoint: (point: AnalysisPoint) => void): Promise<Answer<ModelAnalysis>> {
  const told = new Set<string>();
  return ctx.ports.models.ask(ctx, {
    purpose: "listing-analysis",
    prompt: {
      ...analysePrompt,
      instructions: analyseInstructions(facts, ctx.locale === "pt-BR" ? "Brazilian Portuguese" : "English"),
      data: analyseData(facts),
    },
    schema: modelAnalysisSchema,
    onPartial(partial) {
      for (const one of pointsSoFar(partial)) {
        const point = checkPoint(one, facts);
        if (isLeftOut(point) || told.has(point.key)) continue;
        told.add(point.key);
        onPoint(point);
      }
    },
  });
}

function rowOf(ctx: ServiceContext, { listing, product, reviews, questions }: AnalysisFacts, answer: Answer<unknown>) {
  const isModel = answer.source === "model";
  return {
    id: ctx.ids.next("ana"),
    listingId: listing.id,
    label: listing.title,
    inputs: {
      listingVersion: listing.version,
      listingReadAt: listing.readAt,
      productId: product?.id ?? null,
      productVersion: product?.version ?? null,
      reviews: reviews.length,
      questions: questions.length,
    },
    source: answer.source,
    reason: isModel ? null : answer.reason,
    provider: isModel ? answer.provider : null,
    model: isModel ? answer.model : null,
    callId: answer.callId ?? null,
    rulesVersion: analysisRulesVersion,
    promptName: analysePrompt.name,
    promptVersion: analysePrompt.version,
    requestedBy: ctx.stamp.label,
    createdAt: ctx.clock.now(),
  };
}
