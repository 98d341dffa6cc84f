import { z } from "zod";
import { basisPoints, optionalMoment, optionalText, refText, texts } from "./wire-values.ts";

/** Tokens, errors and accounts. Checked against the vendor's documentation on 2026-11-20. */
export const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.int().positive(),
  user_id: refText,
  /** Missing when the app was not granted offline access. */
  refresh_token: z.string().min(1).nullish(),
});

const causeSchema = z.union([z.string(), z.looseObject({ code: z.unknown().optional(), message: z.unknown().optional() })]);

/** Several teams at the vendor write errors in several ways; `error_description` was `message` once. */
export const errorSchema = z.object({
  error: z.string().nullish().catch(null),
  code: z.union([z.string(), z.number()]).nullish().catch(null),
  message: z.string().nullish().catch(null),
  error_description: z.string().nullish().catch(null),
  cause: z.array(causeSchema).nullish().catch(null),
});

const periodText = z.string().nullish();

const metricSchema = z.object({
  period: periodText,
  rate: basisPoints,
  value: z.int().nullish(),
});

const reputationSchema = z.object({
  level_id: optionalText,
  power_seller_status: optionalText,
  real_level: optionalText,
  protection_end_date: optionalMoment,
  transactions: z.object({ completed: z.int().nullish() }).nullish(),
  metrics: z
    .object({
      sales: z.object({ period: periodText, completed: z.int().nullish() }).nullish(),
      claims: metricSchema.nullish(),
      delayed_handling_time: metricSchema.nullish(),
      cancellations: metricSchema.nullish(),
    })
    .nullish(),
});

export const userSchema = z.object({
  id: refText,
  nickname: z.string(),
  site_id: z.string().min(1),
  tags: texts,
  status: z.object({ site_status: optionalText }).nullish(),
  seller_reputation: reputationSchema.nullish(),
});

export const responseTimeSchema = z.object({ total: z.object({ response_time: z.number().nullish() }).nullish() });

export type WireUser = z.infer<typeof userSchema>;
export type WireToken = z.infer<typeof tokenSchema>;
export type WireReputation = z.infer<typeof reputationSchema>;
