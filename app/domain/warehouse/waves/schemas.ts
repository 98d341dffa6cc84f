import { z } from "zod";
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
