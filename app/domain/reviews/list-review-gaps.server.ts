import { and, desc, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { reviewGaps } from "#db/schema/review-gaps.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Page } from "../paging.ts";
import { afterCursor, orderOf, toSortedPage } from "../sorted-page.ts";
import { type ReviewGap, toReviewGap } from "./gap-row.ts";
import type { GapState } from "./kinds.ts";
import { listGapsSchema } from "./schemas.ts";

/** What buyers complain about, what hurts most first. */
export async function listReviewGaps(ctx: ServiceContext, input: z.input<typeof listGapsSchema> = {}): Promise<Page<ReviewGap>> {
  requirePermission(ctx, "service:read");
  const { state, productId, listingId, target, cursor, limit } = parseInput(listGapsSchema, input);
  const order = orderOf({ weight: reviewGaps.weight }, "-weight");
  const rows = await ctx.db.all(reviewGaps, {
    where: and(
      state === undefined ? undefined : eq(reviewGaps.state, state),
      productId === undefined ? undefined : eq(reviewGaps.productId, productId),
      listingId === undefined ? undefined : eq(reviewGaps.listingId, listingId),
      target === undefined ? undefined : sql`${reviewGaps.fix} ->> 'target' = ${target}`,
      afterCursor(order, reviewGaps.id, cursor),
    ),
    orderBy: [desc(reviewGaps.weight), desc(reviewGaps.id)],
    limit: limit + 1,
  });
  const page = toSortedPage(rows, limit, order, (row) => row.weight);
  return { data: page.data.map(toReviewGap), nextCursor: page.nextCursor };
}

export type GapCounts = Record<GapState, number>;

export async function countReviewGaps(ctx: ServiceContext): Promise<GapCounts> {
  requirePermission(ctx, "service:read");
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({ state: reviewGaps.state, rows: sql<number>`count(*)` })
      .from(reviewGaps)
      .where(scope(reviewGaps))
      .groupBy(reviewGaps.state),
  );
  const of = (state: GapState) => rows.find((row) => row.state === state)?.rows ?? 0;
  return { open: of("open"), fixing: of("fixing"), fixed: of("fixed"), dismissed: of("dismissed") };
}
