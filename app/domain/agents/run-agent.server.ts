import { mutate } from "#db/mutate.server.ts";
import { insert } from "#db/writes.ts";
import { agentRuns } from "#db/schema/agents.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";
import { parseInput } from "../errors.ts";
import { findAgent } from "./agent-row.server.ts";
import type { AgentKind, RunMode, RunTrigger } from "./kinds.ts";
import { runAgentSchema } from "./schemas.ts";

/** Has an agent look now. A dry run changes nothing but its own log. */
export async function runAgent(ctx: ServiceContext, input: { kind: string; mode: string }): Promise<{ runId: string }> {
  requirePermission(ctx, "agents:write");
  const { mode, ...asked } = parseInput(runAgentSchema, input);
  const { kind } = await findAgent(ctx, asked.kind);
  const run = queuedRun(ctx, { agent: kind, trigger: "person", mode });
  await mutate(ctx, {
    writes: [run.write],
    audit: { action: "agent.run-asked", subject: { type: "agent", id: kind, label: kind }, after: { mode } },
    events: [run.event, { type: "data.changed", area: "agents" }],
  });
  return { runId: run.runId };
}

const priorities: Record<RunTrigger, number> = { person: 90, event: 50, message: 40, schedule: 30 };

/** `cause` names what led to it, where something did. */
type Asked = { agent: AgentKind; trigger: RunTrigger; mode: RunMode; cause?: string | null };

/** A run that waits for its agent, and the event that brings it there. */
export function queuedRun(ctx: ServiceContext, { agent, trigger, mode, cause = null }: Asked) {
  const runId = ctx.ids.next("run");
  const now = ctx.clock.now();
  const event: DomainEvent = { type: "agent.work-due", agent, job: { kind: "run", id: runId, priority: priorities[trigger] } };
  const askedBy = ctx.stamp.label;
  const write = insert(agentRuns, {
    id: runId,
    agent,
    trigger,
    mode,
    state: "queued",
    askedBy,
    cause,
    createdAt: now,
    startedAt: null,
    endedAt: null,
  });
  return { runId, event, write };
}
