import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { updateWhere } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { findChannel } from "../channels/open-channel.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { asksToTellStock } from "../stock-changed.ts";

/** What a channel refused or could not be told is tried again now, without waiting for its turn. */
export async function retellStock(ctx: ServiceContext, input: { id: string }): Promise<{ listings: number }> {
  requirePermission(ctx, "channels:write");
  const { id } = parseInput(byIdSchema, input);
  const channel = await findChannel(ctx, id);
  const put = and(
    eq(channelStock.channelId, channel.id),
    inArray(channelStock.state, ["failing", "refused"]),
    isNotNull(channelStock.dueAt),
  );
  const listings = await ctx.db.count(channelStock, put);
  await mutate(ctx, {
    writes: put === undefined || listings === 0 ? [] : [updateWhere(channelStock, put, { dueAt: ctx.clock.now() })],
    audit: "mirrored",
    asksFor: asksToTellStock(ctx.workspaceId),
  });
  return { listings };
}
