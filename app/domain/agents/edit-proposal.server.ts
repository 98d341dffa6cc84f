import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { proposals } from "#db/schema/agents.ts";
import { update } from "#db/writes.ts";
import { changedPart } from "../changed-part.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { editableFields } from "./editable.ts";
import { editProposalSchema } from "./schemas.ts";
import { toolCallSchema, toolInputs } from "./tool-inputs.ts";

/**
 * Changes what would be done, within what its tool takes. Who changed what stays beside it, and what was expected counts as
 * expected before that.
 */
export async function editProposal(ctx: ServiceContext, input: Untrusted<typeof editProposalSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "agents:write");
  const { id, input: wanted } = parseInput(editProposalSchema, input);
  const row = await ctx.db.first(proposals, eq(proposals.id, id));
  if (row === undefined) throw notFound("proposal");
  const now = ctx.clock.now();
  if (row.state !== "open") throw new AppError("conflict", "proposalDecided");
  if (row.expiresAt <= now) throw new AppError("conflict", "proposalExpired");
  const call = toolCallSchema.safeParse(row.call);
  if (!call.success) throw new AppError("conflict", "proposalUnreadable");
  const allowed = new Set(editableFields(call.data.tool).map(({ name }) => name));
  const foreign = Object.keys(wanted).filter((name) => !allowed.has(name));
  if (foreign.length > 0) throw badFields(foreign);
  const checked = parseUntrusted(toolInputs[call.data.tool], { ...call.data.input, ...wanted });
  if (!checked.success) throw badFields(checked.error.issues.map(({ path }) => path.join(".")));
  const { before, after } = changedPart<Record<string, unknown>>(call.data.input, checked.data);
  if (Object.keys(after).length === 0) return { id };
  // What the agent wanted stays what it wanted, however often it is changed.
  const original = row.edit?.before ?? call.data.input;
  await mutate(ctx, {
    writes: [
      update(proposals, row, {
        call: { tool: call.data.tool, input: checked.data },
        edit: { by: ctx.stamp.label, at: now, before: original, after: checked.data },
      }),
    ],
    audit: { action: "proposal.edited", subject: { type: "proposal", id, label: row.subjectLabel }, before, after },
    events: [{ type: "data.changed", area: "agents" }],
  });
  return { id };
}

function badFields(names: readonly string[]): AppError {
  return new AppError("invalid", "checkFields", {
    fields: Object.fromEntries(names.map((name) => [`input.${name}`, "fieldInvalid"] as const)),
  });
}
