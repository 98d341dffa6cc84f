import { reviewGaps, supplierIssues } from "#db/schema/review-gaps.ts";
import { insert, type NewRow, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";
import type { TestShop } from "./shop.ts";

function aGapRow(change: Partial<NewRow<typeof reviewGaps>> & { id: string; channelId: string }): NewRow<typeof reviewGaps> {
  return {
    subject: "prd_gap",
    topic: "delivery",
    label: null,
    productId: null,
    listingId: null,
    listingRef: "MLB1",
    title: "Chaleira elétrica 1,8 L",
    reviews: 2,
    reviewsOf: 9,
    questions: 0,
    suspicious: 0,
    severity: "minor",
    severityScore: 40,
    weight: 180,
    trend: { direction: "unknown", recent: { found: 0, of: 0 }, earlier: { found: 2, of: 9 }, sure: 0 },
    confidence: 45,
    firstAt: stageStartMs,
    lastAt: stageStartMs,
    quotes: [],
    phrases: [],
    fix: { target: "dispatch", attribute: null, known: null, sentence: null },
    state: "open",
    mendedAt: null,
    before: null,
    after: null,
    refreshedAt: stageStartMs - 60_000,
    ...change,
  };
}

/** A complaint, and an issue for a supplier that was noted with it. */
export function gapWrites({ gapId, issueId, channelId }: TestShop): Write[] {
  const about = { gapId, productId: null, title: "Chaleira elétrica 1,8 L", topic: "leak", note: "A tampa vaza." };
  return [
    insert(reviewGaps, aGapRow({ id: gapId, channelId })),
    insert(supplierIssues, { id: issueId, ...about, state: "open", notedBy: "Ana owner", createdAt: stageStartMs, resolvedAt: null }),
  ];
}
