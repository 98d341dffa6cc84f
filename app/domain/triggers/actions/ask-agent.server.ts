import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { agentRuns } from "#db/schema/agents.ts";
import { queuedRun } from "../../agents/run-agent.server.ts";
import type { ServiceContext } from "../../context.ts";
import type { Acting } from "./acting.ts";
import type { TriggerAction } from "../schemas.ts";

/** Has an agent look. One firing asks once, also when its message comes again. */
export async function askAgent(ctx: ServiceContext, { firing }: Acting, { agent }: Extract<TriggerAction, { do: "run-agent" }>) {
  const asked = await ctx.db.first(agentRuns, and(eq(agentRuns.agent, agent), eq(agentRuns.cause, firing.id)));
  if (asked !== undefined) return { detail: agent, id: asked.id };
  const { runId, write, event } = queuedRun(ctx, { agent, trigger: "event", mode: "live", cause: firing.id });
  await mutate(ctx, { writes: [write], audit: "mirrored", events: [event, { type: "data.changed", area: "agents" }] });
  return { detail: agent, id: runId };
}
