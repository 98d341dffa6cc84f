import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { findChannel } from "./open-channel.server.ts";
import { pauseChannelSchema } from "./schemas.ts";
import { newRun } from "./sync-run.server.ts";

/** A paused channel is neither read nor written to; what it already brought stays. Resuming catches up. */
export async function pauseChannel(ctx: ServiceContext, input: { id: string; paused?: boolean }): Promise<{ id: string; state: string }> {
  requirePermission(ctx, "channels:write");
  const { id, paused } = parseInput(pauseChannelSchema, input);
  const channel = await findChannel(ctx, id);
  if (channel.state === "disconnected") throw notFound("channel");
  if (channel.state === "attention") throw new AppError("conflict", "channelGrantEnded");
  const state = paused ? "paused" : "active";
  if (channel.state === state) return { id, state };
  const catchUp = paused ? undefined : newRun(ctx, { channelId: id, kind: "recent" });
  await mutate(ctx, {
    writes: [update(channels, channel, { state }), ...(catchUp?.writes ?? [])],
    audit: { action: paused ? "channel.paused" : "channel.resumed", subject: { type: "channel", id, label: channel.name } },
    events: [{ type: "data.changed", area: "channels" }, ...(catchUp?.events ?? [])],
  });
  return { id, state };
}
