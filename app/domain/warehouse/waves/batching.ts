import * as z from "zod/mini";

export const batchingKinds = ["each", "orders", "litres"] as const;
export type BatchingKind = (typeof batchingKinds)[number];

/** each: one walk an order. orders and litres: walks of several, up to so many orders or so much volume. */
export type Batching = { kind: "each" } | { kind: "orders"; most: number } | { kind: "litres"; most: number };

export const mostPerBatch = { orders: 50, litres: 5_000 } as const;

const planSchema = z.object({
  batching: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("each") }),
    z.object({ kind: z.literal("orders"), most: z.int() }),
    z.object({ kind: z.literal("litres"), most: z.int() }),
  ]),
  batches: z.array(z.object({ id: z.string(), fulfilmentIds: z.array(z.string()), metres: z.nullable(z.number()) })),
  /** Of all walks together as they were planned, and of one walk an order; null where places are not known. */
  metres: z.nullable(z.number()),
  oneByOneMetres: z.nullable(z.number()),
});
export type WavePlan = z.infer<typeof planSchema>;

/** Undefined for a wave that was released before there were plans. */
export function readPlan(stored: Record<string, unknown> | null): WavePlan | undefined {
  return planSchema.safeParse(stored).data;
}

export function batchOf(plan: WavePlan | undefined, fulfilmentId: string): string | null {
  return plan?.batches.find(({ fulfilmentIds }) => fulfilmentIds.includes(fulfilmentId))?.id ?? null;
}
