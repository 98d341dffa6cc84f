import { z } from "zod";
import { funnelStages } from "./tally.ts";

/** What is counted of a session's features; whatever else is in them is nobody's business here. */
export const countedFeaturesSchema = z.object({
  startedAt: z.number(),
  stages: z.array(z.enum(funnelStages)),
  checkoutSteps: z.array(z.string()),
  searches: z.array(z.object({ query: z.string(), results: z.number().nullable(), isFollowed: z.boolean() })),
  products: z.array(z.object({ key: z.string(), name: z.string(), productId: z.string().nullable(), role: z.string() })),
  hesitations: z.array(z.object({ reason: z.string() })),
  isReturning: z.boolean(),
  device: z.string(),
});
export type CountedFeatures = Readonly<Omit<z.infer<typeof countedFeaturesSchema>, "stages">> & {
  stages: readonly (typeof funnelStages)[number][];
};
