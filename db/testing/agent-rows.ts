import { agentRuns, proposals } from "#db/schema/agents.ts";
import { insert, type NewRow, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";

const dayMs = 24 * 3_600_000;

/** One look of an agent, and what it wants and has done. */
export function agentWrites(shop: { agentRunId: string; proposalId: string; doneProposalId: string; zoneId: string }): Write[] {
  const { agentRunId: runId, proposalId, doneProposalId, zoneId } = shop;
  const at = stageStartMs - dayMs;
  const look = { agent: "warehouse-manager", trigger: "schedule", mode: "live", state: "done", askedBy: "wake-agents" };
  return [
    insert(agentRuns, { id: runId, ...look, createdAt: at, startedAt: at, endedAt: at, failure: null }),
    insert(
      proposals,
      aProposal({ id: proposalId, runId, zoneId, key: `count/${proposalId}`, state: "open" }),
      aProposal({ id: doneProposalId, runId, zoneId, key: `count/${doneProposalId}`, state: "applied" }),
    ),
  ];
}

function aProposal({
  zoneId,
  ...own
}: {
  id: string;
  runId: string;
  zoneId: string;
  key: string;
  state: string;
}): NewRow<typeof proposals> {
  return {
    agent: "warehouse-manager",
    groupKey: null,
    position: 0,
    rule: "manager.count-suspect",
    ruleVersion: 1,
    subjectType: "zone",
    subjectId: zoneId,
    subjectLabel: "Zona A",
    facts: { bin: "A-01-01" },
    effect: {},
    tool: "plan-count",
    call: { tool: "plan-count", input: { zoneId, binId: "b1", priority: 50 } },
    createdAt: stageStartMs - dayMs,
    expiresAt: stageStartMs + 365 * dayMs,
    decidedBy: null,
    decidedAt: null,
    endedAt: null,
    result: null,
    failure: null,
    ...own,
  };
}
