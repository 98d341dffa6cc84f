import { and, desc, eq, lt } from "drizzle-orm";
import type { z } from "zod";
import { listingAnalyses } from "#db/schema/listing-texts.ts";
import { findListing } from "../catalog/read-listing.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { cursorId, type Page, toPage } from "../paging.ts";
import { type AnalysisSummary, toSummary } from "./analysis-row.ts";
import { listAnalysesSchema } from "./schemas.ts";

/** The analyses of one listing, the newest first. */
export async function listAnalyses(ctx: ServiceContext, input: z.input<typeof listAnalysesSchema>): Promise<Page<AnalysisSummary>> {
  requirePermission(ctx, "catalog:read");
  const { listingId, limit, cursor } = parseInput(listAnalysesSchema, input);
  const before = cursorId(cursor);
  const listing = await findListing(ctx, listingId);
  const where = and(eq(listingAnalyses.listingId, listing.id), before === undefined ? undefined : lt(listingAnalyses.id, before));
  const page = toPage(await ctx.db.all(listingAnalyses, { where, orderBy: desc(listingAnalyses.id), limit: limit + 1 }), limit);
  return { ...page, data: page.data.map((row) => toSummary(row)) };
}
