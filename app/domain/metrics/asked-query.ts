import { z } from "zod";
import { metricQuerySchema, whenSchema } from "./schemas.ts";

const longestText = 600;

/** A question as it was understood, coming back from outside: asked with chips, edited by hand, kept, or gone on from. */
export const askedQuerySchema = z.discriminatedUnion("type", [
  metricQuerySchema.extend({ type: z.literal("metric") }),
  metricQuerySchema.extend({ type: z.literal("why") }),
  z.strictObject({
    type: z.literal("search"),
    text: z.string().trim().min(1, "required").max(longestText, "tooLong"),
    when: whenSchema.nullable(),
  }),
  z.strictObject({ type: z.literal("find"), text: z.string().trim().min(1, "required").max(longestText, "tooLong") }),
]);
