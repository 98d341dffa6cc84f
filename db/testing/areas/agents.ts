import { changeAgent } from "#app/domain/agents/change-agent.server.ts";
import { approveProposals, rejectProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { listAgents } from "#app/domain/agents/list-agents.server.ts";
import { listMemory } from "#app/domain/agents/list-memory.server.ts";
import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import { nameRemembered } from "#app/domain/agents/name-remembered.server.ts";
import { listRuns } from "#app/domain/agents/list-runs.server.ts";
import { readAgent } from "#app/domain/agents/read-agent.server.ts";
import { readRun } from "#app/domain/agents/read-run.server.ts";
import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import { readProposal } from "#app/domain/agents/read-proposal.server.ts";
import { undoProposal } from "#app/domain/agents/undo-proposal.server.ts";
import type { AreaVerbs } from "../verb-walk.ts";

const reads = { needs: "agents:read" } as const;
const writes = { needs: "agents:write" } as const;
const page = { limit: "optionalNumber", cursor: "optionalText" } as const;

export const agentsVerbs: AreaVerbs = {
  verbs: {
    listAgents: { run: listAgents, ...reads },
    listMemory: { run: listMemory, ...reads },
    nameRemembered: { run: nameRemembered, ...reads },
    readAgent: { run: readAgent, ...reads, input: () => ({ kind: "sync" }), fields: { kind: "text" } },
    changeAgent: {
      run: changeAgent,
      ...writes,
      input: () => ({ kind: "optimizer", everyMinutes: 30 }),
      fields: { kind: "text", state: "optionalChoice", everyMinutes: "optionalNumber", burst: "optionalNumber" },
    },
    runAgent: { run: runAgent, ...writes, input: () => ({ kind: "sync", mode: "dry" }), fields: { kind: "text", mode: "choice" } },
    listRuns: { run: listRuns, ...reads, fields: { ...page, agent: "optionalChoice" } },
    readRun: {
      run: readRun,
      ...reads,
      input: (home) => ({ id: home.shop.agentRunId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.agentRunId }),
      foreignAnswer: "not_found",
    },
    readProposal: {
      run: readProposal,
      ...reads,
      input: (home) => ({ id: home.shop.proposalId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.proposalId }),
      foreignAnswer: "not_found",
    },
    listProposals: { run: listProposals, ...reads, fields: { ...page, agent: "optionalChoice", state: "optionalChoice" } },
    approveProposals: {
      run: approveProposals,
      ...writes,
      input: (home) => ({ ids: [home.shop.proposalId] }),
      foreign: (other) => ({ ids: [other.shop.proposalId] }),
      foreignAnswer: "not_found",
    },
    rejectProposals: {
      run: rejectProposals,
      ...writes,
      input: (home) => ({ ids: [home.shop.proposalId] }),
      foreign: (other) => ({ ids: [other.shop.proposalId] }),
      foreignAnswer: "not_found",
    },
    undoProposal: {
      run: undoProposal,
      ...writes,
      input: (home) => ({ id: home.shop.doneProposalId }),
      fields: { id: "text" },
      foreign: (other) => ({ id: other.shop.doneProposalId }),
      foreignAnswer: "not_found",
    },
  },
  helpers: ["autoDoneToday", "findAgent", "newAgent", "queuedRun", "recall", "toKnown"],
  systemWork: [
    "applyProposal",
    "beginRun",
    "endRun",
    "giveUpProposal",
    "recordRun",
    "takeBackProposal",
    "wakeAgents",
    "workspacesWithAgentWork",
  ],
};
