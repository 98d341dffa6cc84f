import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { agentRuns, agents, proposals } from "#db/schema/agents.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { toKnown } from "./agent-row.server.ts";
import { type AgentKind, agentKinds } from "./kinds.ts";
import { type RunRow, toRunRow } from "./run-row.ts";

export type AgentSummary = {
  id: AgentKind;
  state: "on" | "paused";
  everyMinutes: number;
  nextRunAt: number | null;
  lastRun: RunRow | null;
  openProposals: number;
};

/** Every agent there is, and how it stands. */
export async function listAgents(ctx: ServiceContext): Promise<AgentSummary[]> {
  requirePermission(ctx, "agents:read");
  const [rows, open, last] = await Promise.all([
    ctx.db.all(agents),
    ctx.db.read((orm, scope) =>
      orm
        .select({ agent: proposals.agent, rows: sql<number>`count(*)` })
        .from(proposals)
        .where(and(scope(proposals), eq(proposals.state, "open")))
        .groupBy(proposals.agent),
    ),
    Promise.all(agentKinds.map((kind) => ctx.db.all(agentRuns, { where: ended(kind), orderBy: desc(agentRuns.id), limit: 1 }))),
  ]);
  const lastOf = new Map(last.flat().map((run) => [run.agent, toRunRow(run)]));
  return agentKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind);
    const { state, everyMinutes, nextRunAt } = toKnown(kind, row);
    const openProposals = open.find(({ agent }) => agent === kind)?.rows ?? 0;
    return { id: kind, state, everyMinutes, nextRunAt, lastRun: lastOf.get(kind) ?? null, openProposals };
  });
}

function ended(kind: AgentKind) {
  return and(eq(agentRuns.agent, kind), inArray(agentRuns.state, ["done", "failed", "put-off"]));
}
