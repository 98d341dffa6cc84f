import { z } from "zod";
import { byIdSchema } from "../accounts/schemas.ts";
import { readableText } from "../readable-text.ts";

const name = z.string("required").trim().min(1, "required").max(40, "tooLong").regex(readableText, "unreadableCharacters");
const pin = z.string("pinInvalid").regex(/^\d{6}$/, "pinInvalid");
const secret = z.string("required").min(1, "required").max(64, "fieldInvalid");

export const createPairingSchema = z.object({ warehouseId: byIdSchema.shape.id, name });

/** As people type it from a screen, in capitals or not, with or without the hyphen. */
export const pairDeviceSchema = z.object({
  code: z
    .string("required")
    .trim()
    .min(1, "required")
    .max(40, "pairingInvalid")
    .transform((text) => text.toUpperCase().replaceAll(/[\s-]/g, "")),
});

/** The same digit six times, and six in a row, are what strangers try first. */
function isGuessable(digits: string): boolean {
  const runs = ["01234567890", "09876543210"];
  return new Set(digits).size < 3 || runs.some((run) => run.includes(digits));
}

export const setPinSchema = z.object({ pin: pin.refine((digits) => !isGuessable(digits), "pinTooSimple") });

export const unlockDeviceSchema = z.discriminatedUnion("way", [
  z.object({ way: z.literal("pin"), userId: byIdSchema.shape.id, pin }),
  z.object({ way: z.literal("badge"), badge: secret }),
]);

/** A command as a tablet kept it. What it asks for is parsed by the zone. */
const entrySchema = z.object({
  shiftId: byIdSchema.shape.id,
  envelope: z.looseObject({ id: z.string("fieldInvalid").max(60, "fieldInvalid"), command: z.looseObject({ type: z.string() }) }),
});
export const sendFloorCommandsSchema = z.object({
  zoneId: byIdSchema.shape.id,
  entries: z.array(entrySchema, "fieldInvalid").min(1, "required").max(50, "fieldInvalid"),
});
