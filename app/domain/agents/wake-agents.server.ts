import { and, asc, eq, inArray, lt, lte, notExists, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Orm } from "#db/client.server.ts";
import { agentRuns, agents, proposals } from "#db/schema/agents.ts";
import { channels } from "#db/schema/channels.ts";
import { warehouses } from "#db/schema/warehouse.ts";
import { update, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { DomainEvent } from "../events.ts";
import { newAgent } from "./agent-row.server.ts";
import { agentKinds, isAgentKind } from "./kinds.ts";
import { queuedRun } from "./run-agent.server.ts";
import { StaleWriteError } from "#db/write-errors.ts";

const atOnce = 200;
/** A run that nobody has ended by then was lost on its way: it is brought to its agent again. */
const silentForMs = 10 * 60_000;

/** Across all workspaces, those in which a clock has something to do for agents. */
export async function workspacesWithAgentWork(orm: Orm, nowMs: number, limit = atOnce): Promise<string[]> {
  const knownIn = (workspaceId: SQLiteColumn) =>
    orm
      .select({ one: sql`1` })
      .from(agents)
      .where(eq(agents.workspaceId, workspaceId));
  const [due, unknown, selling, lost, over] = await Promise.all([
    orm
      .selectDistinct({ id: agents.workspaceId })
      .from(agents)
      .where(and(eq(agents.state, "on"), lte(agents.nextRunAt, nowMs)))
      .orderBy(asc(agents.nextRunAt))
      .limit(limit),
    orm
      .selectDistinct({ id: warehouses.workspaceId })
      .from(warehouses)
      .where(notExists(knownIn(warehouses.workspaceId)))
      .limit(limit),
    orm
      .selectDistinct({ id: channels.workspaceId })
      .from(channels)
      .where(and(eq(channels.state, "active"), notExists(knownIn(channels.workspaceId))))
      .limit(limit),
    orm
      .selectDistinct({ id: agentRuns.workspaceId })
      .from(agentRuns)
      .where(and(inArray(agentRuns.state, ["queued", "running"]), lt(agentRuns.createdAt, nowMs - silentForMs)))
      .limit(limit),
    orm
      .selectDistinct({ id: proposals.workspaceId })
      .from(proposals)
      .where(and(eq(proposals.state, "open"), lte(proposals.expiresAt, nowMs)))
      .limit(limit),
  ]);
  return [...new Set([due, unknown, selling, lost, over].flat().map(({ id }) => id))];
}

/** The clock's turn: agents that are due look, lost work is brought again, and proposals that nobody took up expire. */
export async function wakeAgents(ctx: ServiceContext): Promise<void> {
  requirePermission(ctx, "agents:write");
  const now = ctx.clock.now();
  const [known, lost, over] = await Promise.all([
    ctx.db.all(agents),
    ctx.db.all(agentRuns, {
      where: and(inArray(agentRuns.state, ["queued", "running"]), lt(agentRuns.createdAt, now - silentForMs)),
      orderBy: asc(agentRuns.id),
      limit: atOnce,
    }),
    ctx.db.all(proposals, { where: and(eq(proposals.state, "open"), lte(proposals.expiresAt, now)), limit: atOnce }),
  ]);
  const missing = agentKinds.filter((kind) => !known.some((row) => row.kind === kind));
  const due = known.flatMap((row) =>
    isAgentKind(row.kind) && row.state === "on" && row.nextRunAt <= now ? [{ ...row, kind: row.kind }] : [],
  );
  const writes: Write[] = missing.map((kind) => newAgent(ctx, kind, {}));
  const events: DomainEvent[] = lost.flatMap(({ id, agent }) =>
    isAgentKind(agent) ? [{ type: "agent.work-due" as const, agent, job: { kind: "run" as const, id, priority: 30 } }] : [],
  );
  for (const row of due) {
    const { write, event } = queuedRun(ctx, { agent: row.kind, trigger: "schedule", mode: "live" });
    writes.push(update(agents, row, { nextRunAt: now + row.everyMinutes * 60_000 }), write);
    events.push(event);
  }
  if (over.length > 0) writes.push(...over.map((row) => update(proposals, row, { state: "expired", endedAt: now })));
  if (writes.length === 0 && events.length === 0) return;
  try {
    await mutate(ctx, { writes, audit: "mirrored", events: [...events, { type: "data.changed", area: "agents" }] });
  } catch (error) {
    // Another tick was faster, or somebody just decided: the next minute looks again.
    if (!(error instanceof StaleWriteError)) throw error;
  }
}
