import { and, eq, inArray } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { syncRuns } from "#db/schema/channels.ts";
import { updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findChannel } from "./open-channel.server.ts";
import { channelIdSchema } from "./schemas.ts";
import { findRun, isOver } from "./sync-run.server.ts";

/** Stops a run; the step that is under way ends, what it brought stays. */
export async function cancelSync(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "channels:write");
  const { id } = parseInput(channelIdSchema, input);
  const run = await findRun(ctx, id);
  if (isOver(run.state)) return;
  const channel = await findChannel(ctx, run.channelId);
  const where = and(eq(syncRuns.id, id), inArray(syncRuns.state, ["waiting", "running"]));
  await mutate(ctx, {
    writes: where === undefined ? [] : [updateWhere(syncRuns, where, { state: "cancelled", finishedAt: ctx.clock.now() })],
    audit: { action: "sync.cancelled", subject: { type: "channel", id: channel.id, label: channel.name } },
    events: [{ type: "data.changed", area: "channels" }],
  });
}
