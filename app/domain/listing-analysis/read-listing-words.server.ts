import { findListing } from "../catalog/read-listing.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { analyseByRules } from "./analyse-by-rules.ts";
import type { AnalysisFacts } from "./facts.ts";
import { findFacts } from "./find-facts.server.ts";
import type { AnalysisResult } from "./result.ts";

export type ListingWords = { facts: AnalysisFacts; qualityScore: number | null; judged: AnalysisResult };

/** A listing with everything that is known of its goods, judged by rules. Nothing is kept. */
export async function readListingWords(ctx: ServiceContext, input: { id: string }): Promise<ListingWords> {
  requirePermission(ctx, "catalog:read");
  const row = await findListing(ctx, input.id);
  const facts = await findFacts(ctx, row);
  return { facts, qualityScore: row.qualityScore, judged: analyseByRules(facts) };
}
