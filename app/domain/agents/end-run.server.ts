import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { agentRuns } from "#db/schema/agents.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { RunFailure } from "./run-row.ts";

/** A run that comes to nothing says why. */
export async function endRun(
  ctx: ServiceContext,
  { id, state, failure }: { id: string; state: "failed" | "put-off"; failure: RunFailure },
): Promise<void> {
  requirePermission(ctx, "agents:read");
  const row = await ctx.db.first(agentRuns, eq(agentRuns.id, id));
  if (row === undefined || (row.state !== "queued" && row.state !== "running")) return;
  await mutate(ctx, {
    writes: [update(agentRuns, row, { state, failure, endedAt: ctx.clock.now() })],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "agents" }],
  });
}
