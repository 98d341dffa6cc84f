import { z } from "zod";
import { byIdSchema } from "../../accounts/schemas.ts";
import { readableText } from "../../readable-text.ts";
import { wholeNumber } from "../../whole-number.ts";

const edge = wholeNumber({ min: 1, max: 10_000 });
const mostCostCents = 100_000_00;

const carton = z.object({
  name: z.string("required").trim().min(1, "required").max(60, "tooLong").regex(readableText, "unreadableCharacters"),
  lengthMm: edge,
  widthMm: edge,
  heightMm: edge,
  weightGrams: wholeNumber({ min: 0, max: 1_000_000 }),
  maxWeightGrams: wholeNumber({ min: 1, max: 10_000_000 }),
});
const costCents = z.preprocess(
  (value) => (value === "" ? null : value),
  z.union([wholeNumber({ min: 0, max: mostCostCents }), z.null()], "moneyInvalid"),
);

export const addCartonSchema = carton.extend({ costCents: costCents.default(null) });
/** What is left out stays; `version` as it was read. */
export const changeCartonSchema = carton.partial().extend({
  costCents: costCents.optional(),
  id: byIdSchema.shape.id,
  version: wholeNumber(),
  isActive: z.boolean("fieldInvalid").optional(),
});
