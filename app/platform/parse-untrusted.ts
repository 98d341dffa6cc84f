import { z } from "zod";

/**
 * As `schema.safeParse`, for what strangers send. The library looks at the length of whatever it was given before it refuses its
 * type, and an object can be sent whose length is no number and cannot become one: that is a wrong value, not a fault of ours.
 */
export function parseUntrusted<Schema extends z.ZodType>(schema: Schema, input: unknown): z.ZodSafeParseResult<z.output<Schema>> {
  try {
    return schema.safeParse(input);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { success: false, error: new z.ZodError<z.output<Schema>>([{ code: "custom", path: [], message: "fieldInvalid", input }]) };
  }
}
