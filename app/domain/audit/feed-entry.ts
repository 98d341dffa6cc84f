import * as z from "zod/mini";
import { type AuditAction, isAuditAction } from "./actions.ts";

/** One line of the team's feed. In zod's small form, because browsers parse it too. */
export const feedEntrySchema = z.object({
  id: z.string(),
  at: z.number(),
  actor: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
  action: z.custom<AuditAction>(isAuditAction),
  subject: z.object({ type: z.string(), id: z.string(), label: z.string() }),
});
export type Feed = z.infer<typeof feedEntrySchema>;
