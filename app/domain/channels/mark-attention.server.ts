import { and, eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";

/** A channel that only its seller can bring back: it is left alone from now on, and people are told once. */
export async function markAttention(ctx: ServiceContext, { channelId, problem }: { channelId: string; problem: string }): Promise<void> {
  requirePermission(ctx, "channels:write");
  const channel = await ctx.db.first(channels, and(eq(channels.id, channelId), eq(channels.state, "active")));
  if (channel === undefined) return;
  await mutate(ctx, {
    writes: [update(channels, channel, { state: "attention", problem })],
    audit: {
      action: "channel.needs-attention",
      subject: { type: "channel", id: channelId, label: channel.name },
      before: { state: channel.state },
      after: { state: "attention", problem },
    },
    events: [{ type: "channel.needs-attention", channelId, name: channel.name, problem }],
  });
}
