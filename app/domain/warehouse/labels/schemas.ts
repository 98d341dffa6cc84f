import { z } from "zod";
import { isDay } from "#app/platform/zoned-days.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { wholeNumber } from "../../whole-number.ts";
import { printFields } from "./label-file.ts";
import { mostPlatesInRun, runShape } from "./plate-run.ts";

const shortText = z.string("fieldInvalid").max(40, "tooLong");

export const zoneLabelsSchema = z.object({
  id: byIdSchema.shape.id,
  of: z.enum(["bins", "plates", "new-plates"], "fieldInvalid").default("bins"),
  aisle: shortText.optional(),
  /** Codes with commas between them, as they stand on the labels. */
  bins: z.string("fieldInvalid").max(20_000, "tooLong").optional(),
  count: wholeNumber({ min: 1, max: mostPlatesInRun }).default(1),
  run: z.string("fieldInvalid").regex(runShape, "fieldInvalid").optional(),
  ...printFields,
});

export const productLabelsSchema = z.object({
  id: byIdSchema.shape.id,
  sku: z.string("fieldInvalid").max(80, "tooLong").optional(),
  lot: shortText.optional(),
  expiresOn: z.string("fieldInvalid").refine(isDay, "fieldInvalid").optional(),
  serial: shortText.optional(),
  count: wholeNumber({ min: 1, max: 99_999_999 }).optional(),
  ...printFields,
});
