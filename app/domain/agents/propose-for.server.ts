import { and, eq, inArray } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { proposals } from "#db/schema/agents.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import { findAgent } from "./agent-row.server.ts";
import { toolsOf } from "./defaults.ts";
import { agentKinds, pendingStates } from "./kinds.ts";
import { decideLeaves } from "./leave.server.ts";
import { newProposal } from "./new-proposal.ts";
import type { Facts } from "./outcome.ts";
import type { ToolCall } from "./tool-inputs.ts";
import { workDue } from "./work-due.ts";

const validForMs = 24 * 3_600_000;

type Wanted = {
  /** What it comes of; one such cause proposes the same once. */
  runId: string;
  call: ToolCall;
  rule: string;
  subject: { type: string; id: string; label: string };
  facts: Facts;
};

/** Proposes something that no agent came to by itself, in the name of the one whose tool it is, under the same leave. */
export async function proposeFor(
  ctx: ServiceContext,
  { runId, call, rule, subject, facts }: Wanted,
): Promise<{ id: string; isNew: boolean }> {
  requirePermission(ctx, "agents:write");
  const kind = agentKinds.find((one) => toolsOf[one].includes(call.tool));
  if (kind === undefined) throw new AppError("conflict", "toolOfNobody");
  const key = `${rule}/${call.tool}/${subject.id}`;
  const pending = and(eq(proposals.key, key), inArray(proposals.state, [...pendingStates]));
  const known =
    (await ctx.db.first(proposals, and(eq(proposals.runId, runId), eq(proposals.key, key)))) ?? (await ctx.db.first(proposals, pending));
  if (known !== undefined) return { id: known.id, isNew: false };
  const agent = await findAgent(ctx, kind);
  const made = { rule, ruleVersion: 1, subject, facts, position: 0, proposal: { key, call, effect: {}, group: null, validForMs } };
  const [leave] = await decideLeaves(ctx, agent, [[made]]);
  const { id, write } = newProposal(ctx, { agent: kind, runId }, made, leave ?? { isFree: false });
  await mutate(ctx, {
    writes: [write],
    audit: "mirrored",
    events: [...(leave?.isFree === true ? workDue({ id, agent: kind }, "apply", true) : []), { type: "data.changed", area: "agents" }],
  });
  return { id, isNew: true };
}
