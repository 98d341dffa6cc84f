import { sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { ensure, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { changedByErasing, erasureOf, hasMoreThan, lastErasureOf, rowsAtOnce } from "./erasure.server.ts";
import { type ChannelRow, findChannel } from "./open-channel.server.ts";

/** A stretch ends well before another consumer may take its message for abandoned. */
const stretchMs = 20_000;

/**
 * Erases what a disconnected channel brought, so many rows a batch and a stretch of seconds a message; the next stretch is asked
 * for in a batch of its own. What is cut off or told twice goes on with what is left.
 */
export async function eraseChannelData(ctx: ServiceContext, input: { channelId: string; rows?: number }): Promise<void> {
  requirePermission(ctx, "channels:write");
  const { channelId, rows = rowsAtOnce } = input;
  const channel = await findChannel(ctx, channelId);
  if (channel.erasingAt === null) return;
  const place = { workspaceId: ctx.workspaceId, channelId };
  const endsAtMs = ctx.clock.now() + stretchMs;
  while (await hasMoreThan(ctx, channelId, rows)) {
    await mutate(ctx, { writes: [stillErasing(place), ...erasureOf(place, rows)], audit: "mirrored" });
    if (ctx.clock.now() >= endsAtMs) {
      await passOn(ctx, channel);
      return;
    }
  }
  await ctx.ports.channelDoor.eraseAnswers(channel);
  await mutate(ctx, {
    writes: [update(channels, channel, { erasingAt: null }), ...lastErasureOf(place, rows)],
    audit: "mirrored",
    events: changedByErasing,
  });
}

function stillErasing({ workspaceId, channelId }: { workspaceId: string; channelId: string }) {
  return ensure(
    sql`exists (select 1 from channels as own where own.workspace_id = ${workspaceId} and own.id = ${channelId} and own.erasing_at is not null)`,
  );
}

async function passOn(ctx: ServiceContext, channel: ChannelRow): Promise<void> {
  await mutate(ctx, {
    writes: [update(channels, channel, { erasingAt: channel.erasingAt })],
    audit: "mirrored",
    events: [
      { type: "channel.erasing", channelId: channel.id },
      { type: "data.changed", area: "channels" },
    ],
  });
}
