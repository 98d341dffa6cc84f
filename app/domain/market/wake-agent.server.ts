import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { agentMessages } from "#db/schema/agents.ts";
import { insertOnce } from "#db/writes.ts";
import { queuedRun } from "../agents/run-agent.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Wake } from "./decide.ts";

/** Tells an agent what was seen in the market, and has it look. Told again under the same name, it hears nothing new. */
export async function wakeAgent(ctx: ServiceContext, { key, agent, message }: Wake): Promise<void> {
  requirePermission(ctx, "agents:write");
  const id = `msg_market ${ctx.workspaceId} ${key}`;
  if ((await ctx.db.first(agentMessages, eq(agentMessages.id, id))) !== undefined) return;
  const { write, event, runId } = queuedRun(ctx, { agent, trigger: "message", mode: "live" });
  const { type, to, body } = message;
  await mutate(ctx, {
    writes: [
      insertOnce(agentMessages, {
        id,
        fromAgent: "market",
        toAgent: to,
        type,
        body,
        runId,
        heardInRunId: null,
        createdAt: ctx.clock.now(),
        heardAt: null,
      }),
      write,
    ],
    audit: "mirrored",
    events: [event, { type: "data.changed", area: "agents" }],
  });
}
