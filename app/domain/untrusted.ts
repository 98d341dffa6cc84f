import type { z } from "zod";

/** What a verb is handed by whoever knows its shape, or as it came over the wire: the verb parses both at its door. */
export type Untrusted<Schema extends z.ZodType> = z.input<Schema> | Readonly<Record<string, unknown>>;
