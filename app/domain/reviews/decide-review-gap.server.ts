import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { reviewGaps } from "#db/schema/review-gaps.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { type ReviewGap, toReviewGap } from "./gap-row.ts";
import { type DecideGapInput, decideGapSchema } from "./schemas.ts";

type GapRow = typeof reviewGaps.$inferSelect;

/** Says how far a complaint is mended. From the first step on, reviews are counted against those from before. */
export async function decideReviewGap(ctx: ServiceContext, input: DecideGapInput): Promise<ReviewGap> {
  requirePermission(ctx, "service:write");
  const { id, state, version } = parseInput(decideGapSchema, input);
  const row = await findGap(ctx, id);
  if (version !== undefined && version !== row.version) throw new AppError("conflict", "changedMeanwhile");
  if (row.state === state) return toReviewGap(row);
  const set = { state, ...mendedAs(row, state, ctx.clock.now()) };
  await mutate(ctx, {
    writes: [update(reviewGaps, row, set)],
    audit: {
      action: "review-gap.decided",
      subject: { type: "review-gap", id, label: row.title },
      before: { state: row.state },
      after: { state, topic: row.topic },
    },
    events: [{ type: "data.changed", area: "service" }],
  });
  return toReviewGap({ ...row, ...set, version: row.version + 1 });
}

export async function findGap(ctx: ServiceContext, id: string): Promise<GapRow> {
  const row = await ctx.db.first(reviewGaps, eq(reviewGaps.id, id));
  if (row === undefined) throw notFound("reviewGap");
  return row;
}

function mendedAs(row: GapRow, state: GapRow["state"], now: number): Partial<Pick<GapRow, "mendedAt" | "before" | "after">> {
  if (state === "open" || state === "dismissed") return { mendedAt: null, before: null, after: null };
  if (row.mendedAt !== null) return {};
  return { mendedAt: now, before: { found: row.reviews, of: row.reviewsOf }, after: { found: 0, of: 0 } };
}
