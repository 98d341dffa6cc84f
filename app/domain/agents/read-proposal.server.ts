import { eq } from "drizzle-orm";
import { proposals } from "#db/schema/agents.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type ProposalRow, toProposalRow } from "./proposal-row.ts";

/** One thing an agent wants to do or did. */
export async function readProposal(ctx: ServiceContext, input: { id: string }): Promise<ProposalRow> {
  requirePermission(ctx, "agents:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(proposals, eq(proposals.id, id));
  const proposal = row === undefined ? undefined : toProposalRow(row);
  if (proposal === undefined) throw notFound("proposal");
  return proposal;
}
