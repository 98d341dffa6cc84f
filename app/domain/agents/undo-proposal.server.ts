import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { proposals } from "#db/schema/agents.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { canBeUndone, isToolName } from "./tool-inputs.ts";
import { workDue } from "./work-due.ts";

/** Has an agent take back what it did. Whether that is still possible shows when it tries. */
export async function undoProposal(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "agents:write");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(proposals, eq(proposals.id, id));
  if (row === undefined) throw notFound("proposal");
  if (row.state !== "applied" || !isToolName(row.tool) || !canBeUndone(row.tool)) throw new AppError("conflict", "proposalNotUndoable");
  await mutate(ctx, {
    writes: [update(proposals, row, { state: "undoing", failure: null })],
    audit: { action: "proposal.undone", subject: { type: "proposal", id, label: row.subjectLabel } },
    events: [...workDue(row, "undo"), { type: "data.changed", area: "agents" }],
  });
}
