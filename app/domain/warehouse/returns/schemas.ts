import { z } from "zod";
import { isDay } from "#app/platform/zoned-days.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { pageSchema } from "../../paging.ts";
import { readableText } from "../../readable-text.ts";
import { wholeNumber } from "../../whole-number.ts";
import { inspectionOutcomes } from "../ledger/facts.ts";
import { lotName, serialNumbers } from "../schemas.ts";
import { returnReasons, returnStates } from "./states.ts";

const id = byIdSchema.shape.id;
const blankIsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable().default(null));
const quantity = wholeNumber({ min: 1, max: 100_000 });
const binId = z.string("required").trim().min(1, "required").max(60, "fieldInvalid");
const line = (max: number) => z.string("fieldInvalid").trim().max(max, "tooLong").regex(readableText, "unreadableCharacters");

const maxLines = 50;
const maxSteps = 100;

export const createReturnSchema = z.object({
  /** Null where nobody announced what arrives. */
  orderId: blankIsNull(id),
  reason: z.enum(returnReasons, "fieldInvalid"),
  note: blankIsNull(line(300)),
  trackingCode: blankIsNull(line(60)),
  lines: z
    .array(z.object({ orderLineId: blankIsNull(id), variantId: blankIsNull(id), quantity }), "fieldInvalid")
    .min(1, "chooseReturnLines")
    .max(maxLines, "tooManyReturnLines"),
});

export type CreateReturnInput = Omit<z.input<typeof createReturnSchema>, "reason"> & { reason: string };

export const takeInReturnSchema = z.object({
  id,
  zoneId: id,
  binId,
  arrivals: z
    .array(
      z.object({
        lineId: id,
        quantity,
        lot: lotName,
        expiresOn: blankIsNull(z.string("fieldInvalid").refine(isDay, "fieldInvalid")),
        serials: serialNumbers,
      }),
      "fieldInvalid",
    )
    .min(1, "chooseReturnLines")
    .max(maxSteps, "tooManyReturnLines"),
});

export const inspectReturnSchema = z.object({
  id,
  decisions: z
    .array(
      z.object({
        arrivalId: id,
        outcome: z.enum(inspectionOutcomes, "fieldInvalid"),
        quantity,
        toBin: blankIsNull(binId),
        serials: serialNumbers,
      }),
      "fieldInvalid",
    )
    .min(1, "chooseReturnLines")
    .max(maxSteps, "tooManyReturnLines"),
});

type DecisionInput = Omit<z.input<typeof inspectReturnSchema>["decisions"][number], "outcome"> & { outcome: string };
export type InspectReturnInput = Omit<z.input<typeof inspectReturnSchema>, "decisions"> & { decisions: DecisionInput[] };

export const listReturnsSchema = pageSchema.extend({
  state: z.enum([...returnStates, "open"], "fieldInvalid").optional(),
  orderId: id.optional(),
});
