import { listingAnalyses, listingTextChanges } from "#db/schema/listing-texts.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";

const dayMs = 24 * 3_600_000;

/** One analysis of the shop's listing, and the title it was given: the one that stands there. */
export function analysisWrites(shop: { analysisId: string; textChangeId: string; listingId: string; channelId: string }): Write[] {
  const { analysisId, textChangeId, listingId, channelId } = shop;
  const result = { score: 70, parts: [], points: [], titles: [], description: null, leftOut: [], suspicious: [] };
  const nobody = { reason: "no-models", provider: null, model: null, callId: null };
  const shown = "Chaleira elétrica 1,8 L Casa Brasil 127 V";
  return [
    insert(listingAnalyses, {
      ...nobody,
      id: analysisId,
      listingId,
      label: shown,
      score: result.score,
      result,
      inputs: {},
      source: "rules",
      rulesVersion: 1,
      promptName: "listing-analysis",
      promptVersion: 1,
      requestedBy: "Marina",
      createdAt: stageStartMs - dayMs,
    }),
    insert(listingTextChanges, {
      id: textChangeId,
      listingId,
      channelId,
      listingRef: "MLB1",
      field: "title",
      before: "Chaleira",
      after: shown,
      state: "applied",
      reason: null,
      vendorText: null,
      undoOfId: null,
      analysisId,
      visits30dBefore: 100,
      requestedBy: "Marina",
      createdAt: stageStartMs - 3 * dayMs,
    }),
  ];
}
