import { z } from "zod";

const metricSchema = z.object({
  key: z.string(),
  rateBp: z.number(),
  unit: z.enum(["day", "hour", "second", "number"]).optional(),
  count: z.number().nullable(),
  base: z.number().nullable(),
  windowDays: z.number().nullable(),
  target: z.object({ valueBp: z.number(), isFloor: z.boolean() }).nullable(),
});

const reputationSchema = z.object({
  level: z.string().nullable(),
  medal: z.string().nullable(),
  levelWithoutProtection: z.string().nullable(),
  protectedUntilMs: z.number().nullable(),
  metrics: z.array(metricSchema),
  salesCompleted: z.number().nullable(),
});

const accountSchema = z.object({
  isUsable: z.boolean(),
  reputation: reputationSchema.nullable(),
  answerMinutes: z.number().nullable(),
});

export type SellerMetric = z.infer<typeof metricSchema>;
export type SellerReputation = z.infer<typeof reputationSchema>;
export type SellerAccount = z.infer<typeof accountSchema>;

/** What a sync stored of the vendor's answer. Undefined when nothing was read yet, or by an older version we no longer read. */
export function parseAccount(stored: unknown): SellerAccount | undefined {
  return accountSchema.safeParse(stored).data;
}
