import { z } from "zod";

/** What is answered where a person has to decide first. */
export const askedSchema = z.object({
  approvalId: z.string().describe("For read_approval."),
  state: z.literal("waiting"),
  title: z.string(),
  effects: z.array(z.string()).describe("What will happen once a person says yes."),
  decideAt: z.string().describe("Where a person decides: tell your user."),
  expiresAt: z.number().describe("Milliseconds since 1970, UTC. What nobody decided by then does not happen."),
});
export type Asked = z.infer<typeof askedSchema>;
