import { z } from "zod";
import { byIdSchema } from "../accounts/schemas.ts";
import { pageSchema } from "../paging.ts";

// oxlint-disable-next-line no-control-regex -- control characters are what this refuses
const readable = /^[^\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

/** Short, as it stands on labels: A, B2, NORTH-1. */
const code = z
  .string("required")
  .trim()
  .toUpperCase()
  .min(1, "required")
  .max(12, "tooLong")
  .regex(/^[A-Z0-9][A-Z0-9-]*$/, "placeCodeInvalid");
const name = z.string("required").trim().min(1, "required").max(80, "tooLong").regex(readable, "unreadableCharacters");

export const createWarehouseSchema = z.object({ code, name });
export const createZoneSchema = z.object({ warehouseId: byIdSchema.shape.id, code, name });
export const commandZoneSchema = z.object({ zoneId: byIdSchema.shape.id, envelope: z.unknown() });
export const listStockSchema = pageSchema.extend({ zoneId: byIdSchema.shape.id.optional(), warehouseId: byIdSchema.shape.id.optional() });
