import { asc, eq, or } from "drizzle-orm";
import { agentDecisions, agentMessages, agentRuns, proposals } from "#db/schema/agents.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound, parseInput } from "../errors.ts";
import { type AgentKind, isAgentKind, type Verdict, verdicts } from "./kinds.ts";
import type { Looking } from "./look-meter.ts";
import { type AgentMessage, agentMessageSchema } from "./messages.ts";
import type { Facts } from "./outcome.ts";
import { type ProposalRow, toProposalRow } from "./proposal-row.ts";
import { oneOf, type RunRow, toRunRow } from "./run-row.ts";
import { type ToolCall, toolCallSchema } from "./tool-inputs.ts";

export type DecisionRow = {
  id: string;
  rule: string;
  ruleVersion: number;
  verdict: Verdict;
  subject: { type: string; id: string; label: string };
  facts: Facts;
  /** What it asked for, or would have in a dry run. */
  call: ToolCall | null;
  proposal: ProposalRow | null;
  decidedAt: number;
};
export type MessageRow = { id: string; from: string; to: string; message: AgentMessage; createdAt: number; heardAt: number | null };
export type Run = { run: RunRow; decisions: DecisionRow[]; said: MessageRow[]; heard: MessageRow[]; looking: Looking | null };

/** One look of an agent, conclusion by conclusion, with what it heard and said. */
export async function readRun(ctx: ServiceContext, input: { id: string }): Promise<Run> {
  requirePermission(ctx, "agents:read");
  const { id } = parseInput(byIdSchema, input);
  const [run, decisions, messages] = await Promise.all([
    ctx.db.first(agentRuns, eq(agentRuns.id, id)),
    ctx.db.all(agentDecisions, { where: eq(agentDecisions.runId, id), orderBy: asc(agentDecisions.position) }),
    ctx.db.all(agentMessages, {
      where: or(eq(agentMessages.runId, id), eq(agentMessages.heardInRunId, id)),
      orderBy: asc(agentMessages.id),
    }),
  ]);
  if (run === undefined) throw notFound("run");
  const ids = decisions.flatMap(({ proposalId }) => proposalId ?? []);
  const known = ids.length === 0 ? [] : await ctx.db.all(proposals, { ids });
  const proposalOf = new Map(known.map((one) => [one.id, toProposalRow(one) ?? null]));
  return {
    run: toRunRow(run),
    looking: run.state === "running" && isAgentKind(run.agent) ? await lookingOf(ctx, run.agent, id) : null,
    decisions: decisions.map((row) => toDecision(row, proposalOf.get(row.proposalId ?? "") ?? null)),
    said: messages.filter((one) => one.runId === id).flatMap(toMessage),
    heard: messages.filter((one) => one.heardInRunId === id).flatMap(toMessage),
  };
}

/** How far it is, as its agent says; null when that does not answer, or is not at it just now. */
async function lookingOf(ctx: ServiceContext, agent: AgentKind, runId: string): Promise<Looking | null> {
  const health = await ctx.ports.agentRooms.health(ctx.workspaceId, agent).catch(() => null);
  return health?.looking?.runId === runId ? health.looking : null;
}

function toDecision(row: typeof agentDecisions.$inferSelect, proposal: ProposalRow | null): DecisionRow {
  const { id, rule, ruleVersion, facts, decidedAt } = row;
  return {
    id,
    rule,
    ruleVersion,
    facts,
    decidedAt,
    proposal,
    verdict: oneOf(verdicts, row.verdict, "found"),
    subject: { type: row.subjectType, id: row.subjectId, label: row.subjectLabel },
    call: toolCallSchema.safeParse(row.call).data ?? null,
  };
}

function toMessage({ id, fromAgent, toAgent, type, body, createdAt, heardAt }: typeof agentMessages.$inferSelect): MessageRow[] {
  const message = agentMessageSchema.safeParse({ type, to: toAgent, body });
  return message.success ? [{ id, from: fromAgent, to: toAgent, message: message.data, createdAt, heardAt }] : [];
}
