import { z } from "zod";

/** An id beyond what a number holds exactly is refused: a rounded one would name another thing. */
export const id = z.union([z.string().min(1), z.number().int().nonnegative().refine(Number.isSafeInteger, "not exact").transform(String)]);

const maxUnits = 1_000_000_000_000;

/** 59.9, "59.90" and 59.900000000000006 are all 5990: two places are all that Brazilian money has. */
export const cents = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,13}(\.\d+)?$/)
      .transform(Number),
  ])
  .refine((units) => Math.abs(units) <= maxUnits, "not an amount of money")
  .transform((units) => Number(units.toFixed(2).replace(".", "")) + 0);

export const unixMs = z
  .number()
  .int()
  .nonnegative()
  .transform((seconds) => seconds * 1_000);
/** Zero stands for "has not happened". */
export const optionalUnixMs = unixMs.nullish().transform((ms) => (ms === null || ms === undefined || ms === 0 ? null : ms));
export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
export const count = z.number().int();
