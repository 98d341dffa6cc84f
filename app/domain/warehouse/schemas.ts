import { z } from "zod";
import { readableText } from "../readable-text.ts";
import { isDay } from "#app/platform/zoned-days.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { pageSchema } from "../paging.ts";
import { wholeNumber } from "../whole-number.ts";
import { binKinds } from "./bin.ts";
import { stockStatuses } from "./ledger/facts.ts";
import { repeatedSerials, splitSerials } from "./serial-list.ts";

/** Short, as it stands on labels: A, B2, NORTH-1. */
const code = z
  .string("required")
  .trim()
  .toUpperCase()
  .min(1, "required")
  .max(12, "tooLong")
  .regex(/^[A-Z0-9][A-Z0-9-]*$/, "placeCodeInvalid");
const name = z.string("required").trim().min(1, "required").max(80, "tooLong").regex(readableText, "unreadableCharacters");

export const createWarehouseSchema = z.object({ code, name });
export const createZoneSchema = z.object({ warehouseId: byIdSchema.shape.id, code, name });
export const commandZoneSchema = z.object({ zoneId: byIdSchema.shape.id, envelope: z.unknown() });
export const listStockSchema = pageSchema.extend({
  sku: z.string("fieldInvalid").trim().min(1, "fieldInvalid").max(80, "tooLong").optional(),
  zoneId: byIdSchema.shape.id.optional(),
  warehouseId: byIdSchema.shape.id.optional(),
});

export const lotName = z
  .string("fieldInvalid")
  .trim()
  .max(40, "tooLong")
  .regex(/^[\x20-\x7e]*$/, "unreadableCharacters")
  .default("");

/** A list, or the text of a field with one number a line. */
export const serialNumbers = z.preprocess(
  (value) => (typeof value === "string" ? splitSerials(value) : value),
  z
    .array(z.string("fieldInvalid").regex(/^[\x21-\x7e]{1,40}$/, "serialInvalid"), "fieldInvalid")
    .max(1_000, "tooManySerials")
    .refine((serials) => repeatedSerials(serials).length === 0, "serialTwice")
    .default([]),
);

const zoneId = byIdSchema.shape.id;
/** Made by whoever asks, once for each wish. */
const commandId = z.string("fieldInvalid").regex(/^[\w-]{8,50}$/, "fieldInvalid");
const blankIsNull = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === "" ? null : value), schema.nullable());
const units = wholeNumber({ min: 1, max: 10_000_000 });

export const layOutSchema = z.object({
  zoneId,
  commandId,
  aisles: wholeNumber({ min: 1, max: 100 }),
  bays: wholeNumber({ min: 1, max: 500 }),
  levels: wholeNumber({ min: 1, max: 20 }),
  kind: z.enum(binKinds, "fieldInvalid"),
  capacityUnits: blankIsNull(units),
  format: z
    .string("required")
    .trim()
    .toUpperCase()
    .max(80, "tooLong")
    .transform((text) => text.replaceAll(/\{[A-Z]+/g, (name) => name.toLowerCase())),
});
export const receiveStockSchema = z.object({
  zoneId,
  commandId,
  variantId: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  binId: z.string("required").min(1, "required").max(60, "fieldInvalid"),
  qty: units,
  lot: lotName,
  serials: serialNumbers,
  /** Of the pallet or box they stand on, where they stand on one. */
  plate: z
    .string("fieldInvalid")
    .trim()
    .regex(/^[\w.-]{0,40}$/, "fieldInvalid")
    .default(""),
  status: z.enum(stockStatuses, "fieldInvalid").default("available"),
  expiresOn: blankIsNull(z.string("fieldInvalid").refine(isDay, "fieldInvalid")),
});
export const importBinsSchema = z.object({
  zoneId,
  commandId,
  csv: z.string("required").min(1, "required").max(2_000_000, "tooLong"),
  skipsBad: z.boolean("fieldInvalid").default(false),
});

/** By those who look at more than one zone's numbers. */
export const raiseAlertSchema = z.object({
  zoneId: z.string("fieldInvalid").min(1, "required").max(60, "fieldInvalid"),
  kind: z.enum(["understaffed", "oversell-risk", "complaints-rising"], "fieldInvalid"),
  severity: z.enum(["watch", "wrong"], "fieldInvalid"),
  facts: z.record(
    z.string().max(40, "tooLong"),
    z.union([z.number("fieldInvalid"), z.string("fieldInvalid").max(200, "tooLong")]),
    "fieldInvalid",
  ),
});
export type RaiseAlertInput = z.input<typeof raiseAlertSchema>;
