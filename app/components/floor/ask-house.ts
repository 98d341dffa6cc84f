import * as z from "zod/mini";

const refusedSchema = z.object({ refused: z.string() });
const answeredSchema = z.object({ answer: z.unknown() });

/** unanswered: nobody said anything, which tells nothing about what was done. */
export type Asked<Value> = { kind: "answered"; value: Value } | { kind: "refused"; reason: string } | { kind: "unanswered" };

export type Unanswered = Exclude<Asked<unknown>, { kind: "answered" }>;

/** What needs the house at once: it is not kept for later, and whoever asks tries again. */
export async function askHouse<Schema extends z.ZodMiniType>(
  work: string,
  fields: Readonly<Record<string, unknown>>,
  schema: Schema,
): Promise<Asked<z.infer<Schema>>> {
  try {
    const response = await fetch("/floor/ask", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ work, ...fields }),
    });
    const body: unknown = await response.json();
    const refusal = refusedSchema.safeParse(body);
    if (refusal.success) return { kind: "refused", reason: refusal.data.refused };
    const read = schema.safeParse(answeredSchema.parse(body).answer);
    return read.success ? { kind: "answered", value: read.data } : { kind: "unanswered" };
  } catch {
    return { kind: "unanswered" };
  }
}
