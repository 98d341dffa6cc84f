import { eq } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import type { ServiceContext } from "../context.ts";
import { AppError, notFound } from "../errors.ts";
import { ChannelError } from "./channel-error.ts";
import { type ChannelClient, isVendor, type VendorId } from "./ports.ts";

export type ChannelRow = typeof channels.$inferSelect & { vendor: VendorId };

/** A channel of this workspace, whatever state it is in. */
export async function findChannel(ctx: ServiceContext, id: string): Promise<ChannelRow> {
  const row = await ctx.db.first(channels, eq(channels.id, id));
  if (row === undefined || !isVendor(row.vendor)) throw notFound("channel");
  return { ...row, vendor: row.vendor };
}

/** A line to the account behind a channel, for whoever may use it now. */
export async function openChannel(ctx: ServiceContext, id: string): Promise<{ channel: ChannelRow; client: ChannelClient }> {
  const channel = await findChannel(ctx, id);
  switch (channel.state) {
    case "active":
      return { channel, client: ctx.ports.channelDoor.open(channel) };
    case "paused":
      throw new AppError("conflict", "channelPaused");
    case "attention":
      throw new ChannelError("grant-ended");
    default:
      throw notFound("channel");
  }
}
