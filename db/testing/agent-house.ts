import { eq, inArray } from "drizzle-orm";
import { beginRun } from "#app/domain/agents/begin-run.server.ts";
import type { AgentKind, RunMode } from "#app/domain/agents/kinds.ts";
import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import type { Outcome, Proposal } from "#app/domain/agents/outcome.ts";
import { recordRun } from "#app/domain/agents/record-run.server.ts";
import { runAgent } from "#app/domain/agents/run-agent.server.ts";
import type { ToolCall } from "#app/domain/agents/tool-inputs.ts";
import { agentRuns, proposals } from "#db/schema/agents.ts";
import { removeWhere } from "#db/writes.ts";
import type { aDepot } from "./depot.ts";
import { createStage, type Stage } from "./stage.ts";
import { aWorkspace, writeRows } from "./world.ts";

const day = 24 * 3_600_000;
export const nothing: Outcome = { decisions: [], messages: [], memory: {}, replaces: [] };
const subject = { type: "zone", id: "zon_1", label: "Picking 1" } as const;
export const count = (binId: string): ToolCall => ({ tool: "plan-count", input: { zoneId: "zon_1", binId, priority: 60 } });

/** What an agent wants, and why. */
export function wish(key: string, call: ToolCall = count(key), own: Partial<Proposal> = {}): Outcome["decisions"][number] {
  const proposal = { key, call, effect: { metresPerDay: 12 }, group: null, validForMs: day, ...own };
  return { rule: "manager.count-suspect", ruleVersion: 1, verdict: "proposed", subject, facts: { bin: key }, proposal };
}

/** A workspace whose agents conclude what a test says. */
export async function aHouse(depot?: Awaited<ReturnType<typeof aDepot>>) {
  const home = depot?.home ?? (await aWorkspace());
  // What every test's shop has of an agent would count with what the agents of this one do.
  const { agentRunId, proposalId, doneProposalId } = home.shop;
  await writeRows(
    home.id,
    removeWhere(proposals, inArray(proposals.id, [proposalId, doneProposalId])),
    removeWhere(agentRuns, eq(agentRuns.id, agentRunId)),
  );
  const stage = depot?.stage ?? createStage();
  const manager = stage.as(home, { role: "manager" });
  const agent = stage.as(home, { scopes: ["agents:read", "warehouse:read", "warehouse:write", "channels:write"] });
  const cron = stage.as(home, { system: "wake-agents" });
  const run = async (kind: AgentKind, outcome: Outcome, mode: RunMode = "live") => {
    const { runId } = await runAgent(manager, { kind, mode });
    const begun = await beginRun(agent, { id: runId });
    if (begun === undefined) throw new Error("there was nothing to begin");
    await recordRun(agent, begun, outcome);
    return runId;
  };
  const open = async () => (await listProposals(manager, { state: "open" })).data;
  return { home, stage, manager, agent, cron, run, open };
}

/** What agents were given to do so far. */
export function dueWork({ stage }: { stage: Stage }) {
  return stage.committed.flatMap(({ event }) => (event.type === "agent.work-due" ? [event] : []));
}
