import * as z from "zod/mini";

type Parsed<Output> = { success: true; data: Output; error?: undefined } | { success: false; data?: undefined; error: z.core.$ZodError };

/**
 * As `schema.safeParse`, for what strangers send. The library looks at the length of whatever it was given before it refuses its
 * type, and an object can be sent whose length is no number and cannot become one: that is a wrong value, not a fault of ours.
 */
export function parseUntrusted<Schema extends z.core.$ZodType>(schema: Schema, input: unknown): Parsed<z.output<Schema>> {
  try {
    const { data, error } = z.safeParse(schema, input);
    return error === undefined ? { success: true, data } : { success: false, error };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { success: false, error: new z.core.$ZodError([{ code: "custom", path: [], message: "fieldInvalid", input }]) };
  }
}
