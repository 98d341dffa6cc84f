import type { proposals } from "#db/schema/agents.ts";
import { type AgentKind, isAgentKind, type ProposalState, proposalStates } from "./kinds.ts";
import { type Realised, realisedOf } from "./effects/realised.ts";
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
  /** The policy that let it through without a person. */
  policy: { id: string; name: string } | null;
  /** What a person changed before letting it through; `effect` is what was expected before that. */
  edit: { by: string; at: number; changes: { field: string; before: string; after: string }[] } | null;
  /** What came of what was expected, as measured last; null as long as nothing was. */
  realised: { at: number; days: 7 | 14; figures: Realised[] } | null;
};

function changesOf({ before, after }: { before: unknown; after: unknown }) {
  const [was, is] = [asValues(before), asValues(after)];
  return Object.keys(is)
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({ field, before: shown(was[field]), after: shown(is[field]) }));
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function asValues(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The later measure counts. */
export function toRealised(row: typeof proposals.$inferSelect, tool: ToolCall["tool"]): ProposalRow["realised"] {
  const after = row.measuredAfter14 ?? row.measuredAfter7;
  if (after === null) return null;
  return { at: after.at, days: row.measuredAfter14 === null ? 7 : 14, figures: realisedOf(tool, row.effect, row.measuredBefore, after) };
}

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
    policy: row.policyId === null ? null : { id: row.policyId, name: row.policyName ?? "" },
    edit: row.edit === null ? null : { by: row.edit.by, at: row.edit.at, changes: changesOf(row.edit) },
    realised: toRealised(row, call.data.tool),
    group: groupKey,
    subject: { type: row.subjectType, id: row.subjectId, label: row.subjectLabel },
    call: call.data,
    state: oneOf(proposalStates, row.state, "failed"),
  };
}
