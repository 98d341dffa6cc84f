import { z } from "zod";
import { isDay } from "#app/platform/zoned-days.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { readableText } from "../../readable-text.ts";
import { wholeNumber } from "../../whole-number.ts";

const zoneId = byIdSchema.shape.id;
const name = z.string("required").regex(/^[\w.:-]{1,60}$/, "fieldInvalid");
const plate = z.string("fieldInvalid").regex(/^[\w.-]{0,40}$/, "fieldInvalid");

export const introduceItemSchema = z.object({
  zoneId,
  /** A GTIN or a SKU, as it was scanned. */
  code: z.string("required").trim().min(1, "required").max(80, "tooLong").regex(readableText, "unreadableCharacters"),
});

export const receiveDeliverySchema = z.object({
  zoneId,
  /** Made by whoever asks, once for each wish. */
  commandId: z.string("fieldInvalid").regex(/^[\w-]{8,50}$/, "fieldInvalid"),
  sku: name,
  binId: name,
  qty: wholeNumber({ min: 1, max: 10_000_000 }),
  lot: z
    .string("fieldInvalid")
    .trim()
    .max(40, "tooLong")
    .regex(/^[\x20-\x7e]*$/, "unreadableCharacters")
    .default(""),
  expiresOn: z.string("fieldInvalid").refine(isDay, "fieldInvalid").nullable().default(null),
  serials: z
    .array(z.string("fieldInvalid").regex(/^[\x21-\x7e]{1,40}$/, "fieldInvalid"), "fieldInvalid")
    .max(1_000, "fieldInvalid")
    .default([]),
  plate: plate.default(""),
});

export const readPlateSchema = z.object({ zoneId, plate: plate.min(1, "required") });
