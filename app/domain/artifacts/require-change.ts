import { AppError } from "../errors.ts";

/** A change that changes nothing is a slip of whoever asks for it, and told as one. */
export function requireChange(wanted: Readonly<Record<string, unknown>>): void {
  if (Object.values(wanted).every((value) => value === undefined))
    throw new AppError("invalid", "checkFields", { fields: { form: "required" } });
}
