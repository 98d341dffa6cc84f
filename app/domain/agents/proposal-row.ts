import type { proposals } from "#db/schema/agents.ts";
import { type AgentKind, isAgentKind, type ProposalState, proposalStates } from "./kinds.ts";
import type { Facts } from "./outcome.ts";
import { oneOf } from "./run-row.ts";
import { type ToolCall, toolCallSchema } from "./tool-inputs.ts";

export type ProposalRow = {
  id: string;
  agent: AgentKind;
  runId: string;
  group: string | null;
  rule: string;
  ruleVersion: number;
  subject: { type: string; id: string; label: string };
  facts: Facts;
  effect: Facts;
  call: ToolCall;
  state: ProposalState;
  createdAt: number;
  expiresAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  endedAt: number | null;
  /** Why it could not be done, or taken back, as a key of the `errors` texts. */
  failure: string | null;
};

/** Undefined for one that an older version of the product made and nothing can do any more. */
export function toProposalRow(row: typeof proposals.$inferSelect): ProposalRow | undefined {
  const call = toolCallSchema.safeParse(row.call);
  if (!call.success || !isAgentKind(row.agent)) return undefined;
  const { id, agent, runId, groupKey, rule, ruleVersion, facts, effect, createdAt, expiresAt, decidedBy, decidedAt, endedAt, failure } =
    row;
  return {
    id,
    agent,
    runId,
    rule,
    ruleVersion,
    facts,
    effect,
    createdAt,
    expiresAt,
    decidedBy,
    decidedAt,
    endedAt,
    failure,
    group: groupKey,
    subject: { type: row.subjectType, id: row.subjectId, label: row.subjectLabel },
    call: call.data,
    state: oneOf(proposalStates, row.state, "failed"),
  };
}
