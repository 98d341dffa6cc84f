import { z } from "zod";

const facts = z.record(z.string(), z.unknown());
const common = { commandId: z.string(), seq: z.int() };

/** What came of a command. Whoever sends it again, under the same id, hears the same. */
export const replySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("applied"), ...common, result: facts }),
  z.object({ kind: z.literal("conflict"), ...common, reason: z.string(), facts }),
  z.object({ kind: z.literal("rejected"), ...common, reason: z.string(), facts }),
]);
export type Reply = z.output<typeof replySchema>;
