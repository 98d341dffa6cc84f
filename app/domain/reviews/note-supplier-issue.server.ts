import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { reviewGaps, supplierIssues } from "#db/schema/review-gaps.ts";
import { insert, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findGap } from "./decide-review-gap.server.ts";
import { noteIssueSchema } from "./schemas.ts";

/** Notes what has to be settled with a supplier; each complaint has one such note open. From now on it counts as being mended. */
export async function noteSupplierIssue(ctx: ServiceContext, input: z.input<typeof noteIssueSchema>): Promise<{ issueId: string }> {
  requirePermission(ctx, "service:write");
  const { gapId, note } = parseInput(noteIssueSchema, input);
  const gap = await findGap(ctx, gapId);
  const open = await ctx.db.first(supplierIssues, and(eq(supplierIssues.gapId, gapId), eq(supplierIssues.state, "open")));
  if (open !== undefined) return { issueId: open.id };
  const now = ctx.clock.now();
  const issueId = ctx.ids.next("iss");
  const before = { found: gap.reviews, of: gap.reviewsOf };
  const begins = gap.mendedAt === null ? { mendedAt: now, before, after: { found: 0, of: 0 } } : {};
  await mutate(ctx, {
    writes: [
      insert(supplierIssues, {
        id: issueId,
        gapId,
        productId: gap.productId,
        title: gap.title,
        topic: gap.topic,
        note,
        state: "open",
        notedBy: ctx.stamp.label,
        createdAt: now,
        resolvedAt: null,
      }),
      update(reviewGaps, gap, { state: "fixing", ...begins }),
    ],
    audit: {
      action: "supplier-issue.noted",
      subject: { type: "supplier-issue", id: issueId, label: gap.title },
      after: { topic: gap.topic, note },
    },
    events: [{ type: "data.changed", area: "service" }],
  });
  return { issueId };
}
