import { type PreviewRow, previewListingChange } from "#app/domain/catalog/preview-listing-change.server.ts";
import { type ListingDetail, readListing } from "#app/domain/catalog/read-listing.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { actorAllows } from "#app/domain/actor.ts";
import type { AnalysisSummary } from "#app/domain/listing-analysis/analysis-row.ts";
import { listAnalyses } from "#app/domain/listing-analysis/list-analyses.server.ts";
import { listTextChanges } from "#app/domain/listing-analysis/list-text-changes.server.ts";
import { type Analysis, readAnalysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import { readTextEffect, type TextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import type { TextChangeRow } from "#app/domain/listing-analysis/text-change-row.ts";

const shownAnalyses = 20;
const shownChanges = 10;
const measuredChanges = 5;

type AnalysisData = {
  listing: ListingDetail;
  analyses: AnalysisSummary[];
  analysis: Analysis | null;
  prices: PreviewRow[];
  changes: { change: TextChangeRow; effect: TextEffect | null }[];
};

/** The page of one analysis, or of the newest when none is named; null while there is none. */
export async function loadAnalysis(ctx: ServiceContext, listingId: string, analysisId?: string): Promise<AnalysisData> {
  const listing = await readListing(ctx, { id: listingId });
  const [{ data: analyses }, { data: changed }] = await Promise.all([
    listAnalyses(ctx, { listingId, limit: shownAnalyses }),
    listTextChanges(ctx, { listingId, limit: shownChanges }),
  ]);
  const id = analysisId ?? analyses[0]?.id;
  const analysis = id === undefined ? null : await readAnalysis(ctx, { listingId, id });
  const measured = new Set(changed.filter(({ state }) => state !== "refused").slice(0, measuredChanges));
  const [prices, changes] = await Promise.all([
    previewPrices(ctx, listing, analysis),
    Promise.all(
      changed.map(async (change) => ({ change, effect: measured.has(change) ? await readTextEffect(ctx, { id: change.id }) : null })),
    ),
  ]);
  return { listing, analyses, analysis, prices, changes };
}

/** What each price that a point offers would do, by the rules of every price change. */
async function previewPrices(ctx: ServiceContext, { id }: ListingDetail, analysis: Analysis | null): Promise<PreviewRow[]> {
  if (analysis === null || !actorAllows(ctx.actor, "catalog:write")) return [];
  const wanted = new Set(analysis.result.points.flatMap(({ change }) => (change?.kind === "price" ? [change.priceCents] : [])));
  const previews = await Promise.all(
    [...wanted].map((value) => previewListingChange(ctx, { listingIds: [id], kind: "price", rule: "set", value })),
  );
  return previews.flatMap(({ examples }) => examples);
}
