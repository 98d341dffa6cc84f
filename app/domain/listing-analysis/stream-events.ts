import { z } from "zod";
import { analysisPointSchema } from "./result.ts";

/** What a page hears while a listing is being analysed, one line of JSON each. `failed` names a text of the errors. */
export const analysisEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("point"), point: analysisPointSchema }),
  z.object({ type: z.literal("done"), id: z.string() }),
  z.object({ type: z.literal("failed"), reason: z.string() }),
]);
export type AnalysisEvent = z.infer<typeof analysisEventSchema>;
