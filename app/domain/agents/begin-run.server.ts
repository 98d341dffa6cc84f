import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { agentMemory, agentMessages, agentRuns } from "#db/schema/agents.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findAgent, type KnownAgent } from "./agent-row.server.ts";
import { isAgentKind } from "./kinds.ts";
import { type MemoryKey, memoryShapes, type Remembered } from "./memory-shapes.ts";
import { type AgentMessage, agentMessageSchema, isSpeaker, type Speaker } from "./messages.ts";

export type Heard = AgentMessage & { id: string; from: Speaker };
export type BegunRun = { row: typeof agentRuns.$inferSelect; agent: KnownAgent; heard: Heard[] };

const heardAtOnce = 100;

/**
 * What an agent needs to look: how it is set up and what it was told. Undefined when there is nothing to do: the run is over,
 * or the agent was paused before the clock's turn came. A run that broke off begins again, with whatever is true by now.
 */
export async function beginRun(ctx: ServiceContext, input: { id: string }): Promise<BegunRun | undefined> {
  requirePermission(ctx, "agents:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await ctx.db.first(agentRuns, eq(agentRuns.id, id));
  if (row === undefined || !isAgentKind(row.agent) || (row.state !== "queued" && row.state !== "running")) return undefined;
  const agent = await findAgent(ctx, row.agent);
  const now = ctx.clock.now();
  if (agent.state === "paused" && row.trigger !== "person") {
    await mutate(ctx, {
      writes: [update(agentRuns, row, { state: "put-off", endedAt: now, failure: "paused" })],
      audit: "mirrored",
      events: [{ type: "data.changed", area: "agents" }],
    });
    return undefined;
  }
  const where = and(eq(agentMessages.toAgent, row.agent), isNull(agentMessages.heardAt));
  const waiting = await ctx.db.all(agentMessages, { where, orderBy: asc(agentMessages.id), limit: heardAtOnce });
  await mutate(ctx, {
    writes: [update(agentRuns, row, { state: "running", startedAt: row.startedAt ?? now, attempts: row.attempts + 1 })],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "agents" }],
  });
  return {
    row: { ...row, state: "running", attempts: row.attempts + 1, version: row.version + 1 },
    agent,
    heard: waiting.flatMap(toHeard),
  };
}

function toHeard({ id, fromAgent, toAgent, type, body }: typeof agentMessages.$inferSelect): Heard[] {
  const message = agentMessageSchema.safeParse({ type, to: toAgent, body });
  return message.success && isSpeaker(fromAgent) ? [{ ...message.data, id, from: fromAgent }] : [];
}

/** What is remembered under a name. What no longer has today's shape counts as forgotten, at the version it has. */
export async function recall<Key extends MemoryKey>(ctx: ServiceContext, key: Key): Promise<Remembered<Key>> {
  requirePermission(ctx, "agents:read");
  const [row] = await ctx.db.all(agentMemory, { where: eq(agentMemory.key, key), orderBy: desc(agentMemory.memoryVersion), limit: 1 });
  const shape = memoryShapes[key];
  const parsed = shape.safeParse(row?.value ?? {});
  return { value: (parsed.success ? parsed.data : {}) as Remembered<Key>["value"], version: row?.memoryVersion ?? 0 };
}
