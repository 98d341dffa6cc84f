import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { listingAnalyses } from "#db/schema/listing-texts.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type AnalysisSummary, resultOf, toSummary } from "./analysis-row.ts";
import { type AnalysisDifference, compareAnalyses } from "./compare-analyses.ts";
import type { AnalysisResult } from "./result.ts";
import { readAnalysisSchema } from "./schemas.ts";

export type Analysis = AnalysisSummary & {
  result: AnalysisResult;
  /** What it looked at, by version and number. */
  inputs: Record<string, number | string | null>;
  /** Against the analysis before it; null for the first. */
  since: (AnalysisDifference & { id: string; createdAt: number }) | null;
};

/** One analysis whole, with what changed since the one before. */
export async function readAnalysis(ctx: ServiceContext, input: z.input<typeof readAnalysisSchema>): Promise<Analysis> {
  requirePermission(ctx, "catalog:read");
  const { id, listingId } = parseInput(readAnalysisSchema, input);
  const row = await ctx.db.first(
    listingAnalyses,
    and(eq(listingAnalyses.id, id), listingId === undefined ? undefined : eq(listingAnalyses.listingId, listingId)),
  );
  const result = row === undefined ? undefined : resultOf(row);
  if (row === undefined || result === undefined) throw notFound("analysis");
  const [earlier] = await ctx.db.all(listingAnalyses, {
    where: and(eq(listingAnalyses.listingId, row.listingId), lt(listingAnalyses.id, id)),
    orderBy: desc(listingAnalyses.id),
    limit: 1,
  });
  const before = earlier === undefined ? undefined : resultOf(earlier);
  const since =
    earlier === undefined || before === undefined
      ? null
      : { id: earlier.id, createdAt: earlier.createdAt, ...compareAnalyses(before, result) };
  return { ...toSummary(row), result, inputs: row.inputs, since };
}
