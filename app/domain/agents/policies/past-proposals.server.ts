import { desc, eq } from "drizzle-orm";
import { proposals } from "#db/schema/agents.ts";
import { type ToolCall, toolCallSchema, type ToolName } from "../tool-inputs.ts";
import type { ServiceContext } from "../../context.ts";
import type { Judged } from "./policy-facts.ts";

const looksAt = 200;

export type PastProposal = Judged & { call: ToolCall; row: typeof proposals.$inferSelect };

/** What was proposed with a tool, the newest first, as it was proposed: before anybody changed it. */
export async function pastProposals(ctx: ServiceContext, tool: ToolName): Promise<PastProposal[]> {
  const rows = await ctx.db.all(proposals, { where: eq(proposals.tool, tool), orderBy: desc(proposals.id), limit: looksAt });
  return rows.flatMap((row) => {
    const call = toolCallSchema.safeParse(row.edit === null ? row.call : { tool, input: row.edit.before });
    return call.success ? [{ row, call: call.data, facts: row.facts, effect: row.effect }] : [];
  });
}
