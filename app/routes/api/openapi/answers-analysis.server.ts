import { z } from "zod";
import { rulesReasons } from "#app/domain/ai/ports.ts";
import { refusalReasons, textFields } from "#app/domain/channels/remote.ts";
import type { analyseListing } from "#app/domain/listing-analysis/analyse-listing.server.ts";
import type { listAnalyses } from "#app/domain/listing-analysis/list-analyses.server.ts";
import type { listTextChanges } from "#app/domain/listing-analysis/list-text-changes.server.ts";
import type { readAnalysis } from "#app/domain/listing-analysis/read-analysis.server.ts";
import type { readTextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import { analysisPointSchema, analysisResultSchema } from "#app/domain/listing-analysis/result.ts";
import { textChangeStates } from "#app/domain/listing-analysis/text-change-row.ts";
import { type Answer, exactly, type RowOf } from "./exactly.ts";

const id = z.string();
const timeMs = z.int();
const author = z.discriminatedUnion("source", [
  z.object({ source: z.literal("model"), provider: z.string(), model: z.string(), callId: id }),
  z.object({ source: z.literal("rules"), reason: z.enum(rulesReasons), callId: id.nullable() }),
]);
const summary = z.object({
  id,
  listingId: id,
  label: z.string(),
  score: z.int(),
  author,
  rulesVersion: z.int(),
  prompt: z.object({ name: z.string(), version: z.int() }),
  requestedBy: z.string(),
  createdAt: timeMs,
});
const since = z.object({
  id,
  createdAt: timeMs,
  scoreBefore: z.int(),
  scoreNow: z.int(),
  solved: z.array(analysisPointSchema),
  added: z.array(z.string()),
});
const sold = z.object({ orders: z.int(), units: z.int() });

/** What the endpoints about analyses of listings answer. */
export const analysisAnswers = {
  AnalysisRow: exactly<RowOf<typeof listAnalyses>>()(summary),
  Analysed: exactly<Answer<typeof analyseListing>>()(summary.extend({ result: analysisResultSchema })),
  Analysis: exactly<Answer<typeof readAnalysis>>()(
    summary.extend({
      result: analysisResultSchema,
      inputs: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
      since: since.nullable(),
    }),
  ),
  TextChange: exactly<RowOf<typeof listTextChanges>>()(
    z.object({
      id,
      listingId: id,
      field: z.enum(textFields),
      before: z.string(),
      after: z.string(),
      state: z.enum(textChangeStates),
      reason: z.enum(refusalReasons).nullable(),
      vendorText: z.string().nullable(),
      undoOfId: id.nullable(),
      analysisId: id.nullable(),
      requestedBy: z.string(),
      createdAt: timeMs,
    }),
  ),
  TextEffect: exactly<Answer<typeof readTextEffect>>()(
    z.object({
      changedAt: timeMs,
      days: z.int(),
      before: sold,
      after: sold,
      visits: z.object({ before30d: z.int().nullable(), after30d: z.int().nullable(), knownFrom: timeMs }),
    }),
  ),
} as const satisfies Record<string, z.ZodType>;
