import { changeAgentSchema, listProposalsSchema, listRunsSchema, runAgentSchema } from "#app/domain/agents/schemas.ts";
import type { Operation } from "./operations.server.ts";

const done = { kind: "one", of: "Done" } as const;
const decided = { kind: "one", of: "DecidedProposals" } as const;
const reads = { tag: "agents", needs: "agents:read" } as const;
const writes = { tag: "agents", needs: "agents:write" } as const;

/** Agents, what they concluded, and what they want. */
export const agentsOperations: readonly Operation[] = [
  { id: "listAgents", method: "get", path: "/agents", ...reads, answer: { kind: "page", of: "AgentSummary" } },
  { id: "readAgent", method: "get", path: "/agents/{id}", ...reads, answer: { kind: "one", of: "Agent" } },
  { id: "changeAgent", method: "patch", path: "/agents/{id}", ...writes, body: changeAgentSchema.omit({ kind: true }), answer: done },
  {
    id: "runAgent",
    method: "post",
    path: "/agents/{id}/runs",
    ...writes,
    body: runAgentSchema.omit({ kind: true }),
    status: 202,
    answer: { kind: "one", of: "Created" },
  },
  { id: "listRuns", method: "get", path: "/agents/runs", ...reads, query: listRunsSchema, answer: { kind: "page", of: "AgentRun" } },
  { id: "readRun", method: "get", path: "/agents/runs/{id}", ...reads, answer: { kind: "one", of: "AgentLog" } },
  { id: "listMemory", method: "get", path: "/agents/memory", ...reads, answer: { kind: "page", of: "AgentMemory" } },
  {
    id: "listProposals",
    method: "get",
    path: "/proposals",
    ...reads,
    query: listProposalsSchema,
    answer: { kind: "page", of: "Proposal" },
  },
  { id: "readMarket", method: "get", path: "/market", ...reads, answer: { kind: "one", of: "Market" } },
  { id: "approveProposal", method: "post", path: "/proposals/{id}/approve", ...writes, answer: decided },
  { id: "rejectProposal", method: "post", path: "/proposals/{id}/reject", ...writes, answer: decided },
  { id: "undoProposal", method: "post", path: "/proposals/{id}/undo", ...writes, status: 202, answer: done },
];
