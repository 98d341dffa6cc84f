import { z } from "zod";
import { byIdSchema } from "../../accounts/schemas.ts";
import { pageSchema } from "../../paging.ts";
import { readableText } from "../../readable-text.ts";
import { wholeNumber } from "../../whole-number.ts";
import { batchingSchema } from "../waves/schemas.ts";
import { fulfilmentStates } from "./states.ts";

const id = byIdSchema.shape.id;
const blankIsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : value), schema.nullable().default(null));

export const maxReleased = 200;

export const releaseOrdersSchema = z.object({
  warehouseId: id,
  orderIds: z.array(id, "fieldInvalid").min(1, "chooseOrders").max(maxReleased, "tooManyOrders"),
  /** Which orders are walked together. */
  batching: batchingSchema.default({ kind: "each" }),
});

const most = { cartons: 50, lines: 200 };
const packedCarton = z.object({
  cartonId: id,
  /** What of each line is in it; left out where nobody says. */
  contents: z
    .array(z.object({ lineId: id, quantity: wholeNumber({ min: 1, max: 10_000_000 }) }), "fieldInvalid")
    .max(most.lines, "fieldInvalid")
    .default([]),
});
/** Forms carry a list as one field. */
const listOfForm = (value: unknown): unknown => {
  if (typeof value !== "string" || !value.startsWith("[")) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Inner edges and what the scale says; null where nobody measured. */
export const packOrderSchema = z.object({
  id,
  lengthMm: blankIsNull(wholeNumber({ min: 1, max: 10_000 })),
  widthMm: blankIsNull(wholeNumber({ min: 1, max: 10_000 })),
  heightMm: blankIsNull(wholeNumber({ min: 1, max: 10_000 })),
  weightGrams: blankIsNull(wholeNumber({ min: 1, max: 1_000_000 })),
  /** The cartons it was packed into; empty where it went into something else. */
  cartons: z.preprocess(listOfForm, z.array(packedCarton, "fieldInvalid").max(most.cartons, "fieldInvalid").default([])),
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
