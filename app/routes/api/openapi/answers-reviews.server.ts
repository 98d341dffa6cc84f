import { z } from "zod";
import type { decideReviewGap } from "#app/domain/reviews/decide-review-gap.server.ts";
import { fixTargets } from "#app/domain/reviews/fix-targets.ts";
import { severities } from "#app/domain/reviews/gap.ts";
import { gapStates, mendings } from "#app/domain/reviews/kinds.ts";
import type { listSupplierIssues } from "#app/domain/reviews/list-supplier-issues.server.ts";
import type { noteSupplierIssue } from "#app/domain/reviews/note-supplier-issue.server.ts";
import type { resolveSupplierIssue } from "#app/domain/reviews/resolve-supplier-issue.server.ts";
import { directions } from "#app/domain/text/trend.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const text = z.string();
const whole = z.int();
const share = z.number();
const part = z.object({ found: z.number(), of: z.number() });

/** What the endpoints about complaints answer. */
export const reviewsAnswers = {
  ReviewGap: exactly<Answer<typeof decideReviewGap>>()(
    z.object({
      id: text,
      topic: text,
      label: text.nullable(),
      productId: text.nullable(),
      listingId: text.nullable(),
      channelId: text,
      listingRef: text,
      title: text,
      reviews: whole,
      reviewsOf: whole,
      questions: whole,
      suspicious: whole,
      severity: z.enum(severities),
      severityScore: whole,
      confidence: share,
      trend: z.object({ direction: z.enum(directions), recent: part, earlier: part, sure: share }),
      quotes: z.array(
        z.object({ source: z.enum(["review", "question"]), id: text, text, rating: z.number().nullable(), atMs: z.number() }),
      ),
      phrases: z.array(text),
      fix: z.object({
        target: z.enum(fixTargets),
        attribute: text.nullable(),
        known: text.nullable(),
        sentence: text.nullable(),
      }),
      state: z.enum(gapStates),
      mendedAt: whole.nullable(),
      before: part.nullable(),
      after: part.nullable(),
      mending: z.enum(mendings).nullable(),
      firstAt: whole,
      lastAt: whole,
      refreshedAt: whole,
      version: whole,
    }),
  ),
  SupplierIssue: exactly<RowOf<typeof listSupplierIssues>>()(
    z.object({
      id: text,
      gapId: text,
      productId: text.nullable(),
      title: text,
      topic: text,
      note: text,
      state: text,
      notedBy: text,
      createdAt: whole,
      resolvedAt: whole.nullable(),
      version: whole,
    }),
  ),
  NotedIssue: exactly<Answer<typeof noteSupplierIssue>>()(z.object({ issueId: text })),
  SettledIssue: exactly<Answer<typeof resolveSupplierIssue>>()(z.object({ id: text })),
};
