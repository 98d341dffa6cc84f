import { z } from "zod";

const durationMs = z.number().int().min(0).max(600_000);

export const resetSchema = z.strictObject({ seed: z.number().int().min(0).max(4_294_967_295).optional() });

export const faultSchema = z
  .strictObject({
    vendor: z.string(),
    /** `METHOD /path`; the path may end anywhere (`GET /orders` also meets `/orders/1`), `*` stands for any part. */
    match: z
      .string()
      .regex(/^(?:\*|[A-Z]+) \/\S*$/, "Use METHOD /path, for example GET /orders/search")
      .optional(),
    kind: z.enum(["status", "latency", "hang", "drop", "truncate"]),
    status: z.number().int().min(400).max(599).optional(),
    /** Seconds, sent as Retry-After. */
    retryAfter: z.number().int().min(0).max(86_400).optional(),
    ms: durationMs.optional(),
    /** How many calls it meets before it is over; without it, until it is cleared. */
    times: z.number().int().min(1).max(1_000_000).optional(),
    /** The part of these calls that it meets, by chance but the same each time: 0.05 is one in twenty. */
    share: z.number().gt(0).max(1).optional(),
  })
  .refine((fault) => fault.kind !== "status" || fault.status !== undefined, { path: ["status"], message: "Say which status to answer" })
  .refine((fault) => fault.kind !== "latency" || fault.ms !== undefined, { path: ["ms"], message: "Say how long to wait" });

export const clearFaultsSchema = z.strictObject({ vendor: z.string().optional() });

export const clockSchema = z.strictObject({ vendor: z.string().optional(), advanceMs: z.number().int().min(0).max(31_622_400_000) });

export const scaleSchema = z.looseObject({ vendor: z.string() });

export const deliverySchema = z.strictObject({
  duplicate: z.boolean().optional(),
  shuffle: z.boolean().optional(),
  delayMs: durationMs.optional(),
  drop: z.boolean().optional(),
});

export const actSchema = z.looseObject({ vendor: z.string(), action: z.string(), webhooks: deliverySchema.optional() });

export type Fault = z.infer<typeof faultSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
