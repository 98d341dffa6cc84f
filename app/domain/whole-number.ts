import { z } from "zod";

const written = /^-?\d{1,15}$/;

/** A number of JSON, or digits as forms and addresses carry them. `true`, `[1]` and an empty field are none. */
export function wholeNumber(range: { min?: number; max?: number } = {}) {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = range;
  const number = z.int("fieldInvalid").min(min, "fieldInvalid").max(max, "fieldInvalid");
  return z.preprocess((value) => (typeof value === "string" && written.test(value) ? Number(value) : value), number);
}
