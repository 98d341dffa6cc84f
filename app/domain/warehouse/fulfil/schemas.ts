import { z } from "zod";
import { byIdSchema } from "../../accounts/schemas.ts";
import { pageSchema } from "../../paging.ts";
import { readableText } from "../../readable-text.ts";
import { wholeNumber } from "../../whole-number.ts";
import { fulfilmentStates } from "./states.ts";

const id = byIdSchema.shape.id;
const blankIsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable().default(null));

const maxReleased = 200;

export const releaseOrdersSchema = z.object({
  warehouseId: id,
  orderIds: z.array(id, "fieldInvalid").min(1, "chooseOrders").max(maxReleased, "tooManyOrders"),
});

/** Inner edges and what the scale says; null where nobody measured. */
export const packOrderSchema = z.object({
  id,
  lengthMm: blankIsNull(wholeNumber({ min: 1, max: 10_000 })),
  widthMm: blankIsNull(wholeNumber({ min: 1, max: 10_000 })),
  heightMm: blankIsNull(wholeNumber({ min: 1, max: 10_000 })),
  weightGrams: blankIsNull(wholeNumber({ min: 1, max: 1_000_000 })),
});

export const shipOrderSchema = z.object({
  id,
  trackingCode: blankIsNull(z.string("fieldInvalid").trim().max(60, "tooLong").regex(readableText, "unreadableCharacters")),
});

/** Without a code, the one that is known goes along. */
export const tellShipmentAgainSchema = z.object(shipOrderSchema.shape);

export const listFulfilmentsSchema = pageSchema.extend({
  state: z.enum([...fulfilmentStates, "open", "at-work"], "fieldInvalid").optional(),
  waveId: id.optional(),
  orderId: id.optional(),
});
export const listDemandSchema = pageSchema;
export const listParcelsSchema = z.object({ warehouseId: id.optional() });
