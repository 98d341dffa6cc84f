import * as z from "zod/mini";

const replySchema = z.object({
  id: z.string(),
  kind: z.enum(["applied", "conflict", "rejected"]),
  reason: z.nullable(z.string()),
  facts: z.record(z.string(), z.unknown()),
});
export type SentReply = z.infer<typeof replySchema>;
const answerSchema = z.object({ replies: z.array(replySchema) });

type Entry = { shiftId: string; envelope: { id: string; command: { type: string } } };

/**
 * Undefined when nobody answered, which says nothing about what was done: the same is sent again. "locked" when this
 * tablet is known no more.
 */
export async function sendCommands(zoneId: string, entries: readonly Entry[]): Promise<SentReply[] | "locked" | undefined> {
  try {
    const response = await fetch("/floor/commands", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ zoneId, entries }),
    });
    if (response.status === 401) return "locked";
    const answer = answerSchema.safeParse(await response.json());
    return response.ok && answer.success ? answer.data.replies : undefined;
  } catch {
    return undefined;
  }
}
