import { z } from "zod";
import { byIdSchema } from "../../accounts/schemas.ts";
import { pageSchema } from "../../paging.ts";
import { wholeNumber } from "../../whole-number.ts";
import { mostPerBatch } from "./batching.ts";

export const listWavesSchema = pageSchema;

export const batchingSchema = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("each") }),
    z.object({ kind: z.literal("orders"), most: wholeNumber({ min: 2, max: mostPerBatch.orders }) }),
    z.object({ kind: z.literal("litres"), most: wholeNumber({ min: 1, max: mostPerBatch.litres }) }),
  ],
  "fieldInvalid",
);

const warehouseId = byIdSchema.shape.id;
const blankIsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable().default(null));
const cutOff = z.object({
  days: z
    .array(wholeNumber({ min: 1, max: 7 }), "fieldInvalid")
    .min(1, "cutOffsUnreadable")
    .max(7, "fieldInvalid"),
  time: z.string("cutOffsUnreadable").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "cutOffsUnreadable"),
});

/** `version` as it was read; 0 for a warehouse without a rule. */
export const saveReleaseRuleSchema = z.object({
  warehouseId,
  version: wholeNumber({ min: 0 }),
  isActive: z.boolean("fieldInvalid"),
  everyMinutes: blankIsNull(wholeNumber({ min: 1, max: 1_440 })),
  whenWaiting: blankIsNull(wholeNumber({ min: 1, max: 200 })),
  cutOffs: z.array(cutOff, "fieldInvalid").max(20, "fieldInvalid").default([]),
  leadMinutes: wholeNumber({ min: 1, max: 720 }).default(60),
  channelIds: z.array(byIdSchema.shape.id, "fieldInvalid").max(50, "fieldInvalid").default([]),
  batching: batchingSchema.default({ kind: "each" }),
});
export const lookAtRuleSchema = z.object({ warehouseId });
