import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { agentMessages, agentRuns, proposals } from "#db/schema/agents.ts";
import type { z } from "zod";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findAgent } from "./agent-row.server.ts";
import { type AgentSetUp, toolsOf } from "./defaults.ts";
import type { AgentKind } from "./kinds.ts";
import type { AgentHealth } from "./ports.ts";
import { agentSchema } from "./schemas.ts";
import { countSuccess, type Success } from "./effects/realised.ts";
import { toRealised } from "./proposal-row.ts";
import { isToolName, type ToolName } from "./tool-inputs.ts";
import { autoDoneToday } from "./auto-done-today.server.ts";

export type Agent = AgentSetUp & {
  id: AgentKind;
  settings: Record<string, unknown>;
  tools: readonly ToolName[];
  nextRunAt: number | null;
  /** Null when it does not answer. */
  health: AgentHealth | null;
  unheardMessages: number;
  openProposals: number;
  doneByItselfToday: number;
  /** Of the last thirty days. */
  runs: { done: number; failed: number; putOff: number };
  /** What became of what it did, in the last ninety days. */
  success: Success;
};

const shownForMs = 30 * 24 * 3_600_000;

/** One agent: how it is set up, how it is right now, and what it has done. */
export async function readAgent(ctx: ServiceContext, input: z.input<typeof agentSchema>): Promise<Agent> {
  requirePermission(ctx, "agents:read");
  const known = await findAgent(ctx, parseInput(agentSchema, input).kind);
  const { row: _row, kind, ...setUp } = known;
  const since = gt(agentRuns.createdAt, ctx.clock.now() - shownForMs);
  const runsIn = (state: string) => ctx.db.count(agentRuns, and(eq(agentRuns.agent, kind), eq(agentRuns.state, state), since));
  const [health, unheardMessages, openProposals, doneByItselfToday, done, failed, putOff, success] = await Promise.all([
    ctx.ports.agentRooms.health(ctx.workspaceId, kind).catch(() => null),
    ctx.db.count(agentMessages, and(eq(agentMessages.toAgent, kind), isNull(agentMessages.heardAt))),
    ctx.db.count(proposals, and(eq(proposals.agent, kind), inArray(proposals.state, ["open"]))),
    autoDoneToday(ctx, kind),
    runsIn("done"),
    runsIn("failed"),
    runsIn("put-off"),
    successOf(ctx, kind),
  ]);
  const runs = { done, failed, putOff };
  return { ...setUp, id: kind, tools: toolsOf[kind], health, unheardMessages, openProposals, doneByItselfToday, runs, success };
}

const ended = ["applied", "failed", "undone"] as const;

async function successOf(ctx: ServiceContext, kind: AgentKind): Promise<Success> {
  const since = gt(proposals.endedAt, ctx.clock.now() - 3 * shownForMs);
  const where = and(eq(proposals.agent, kind), inArray(proposals.state, [...ended]), since);
  const rows = await ctx.db.all(proposals, { where, orderBy: desc(proposals.id), limit: 1_000 });
  return countSuccess(
    rows.map((row) => ({ state: row.state, realised: isToolName(row.tool) ? (toRealised(row, row.tool)?.figures ?? null) : null })),
  );
}
