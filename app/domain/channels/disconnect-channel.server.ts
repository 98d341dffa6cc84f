import { and, eq, inArray, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { listings } from "#db/schema/catalog.ts";
import { channelStock } from "#db/schema/channel-stock.ts";
import { channelNotices, channels, syncRuns } from "#db/schema/channels.ts";
import { priceSightings, trendSightings } from "#db/schema/market.ts";
import { orderEvents, orderItems, orders } from "#db/schema/orders.ts";
import { recommendations, reputationDays, scoreDays } from "#db/schema/selling.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { removeWhere, update, updateWhere, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { findChannel } from "./open-channel.server.ts";
import { disconnectChannelSchema } from "./schemas.ts";

/** Ends a connection: its tokens go at once, a running sync stops, and its data stays or goes as the person chose. */
export async function disconnectChannel(ctx: ServiceContext, input: { id: string; data?: string }): Promise<void> {
  requirePermission(ctx, "channels:write");
  const { id, data } = parseInput(disconnectChannelSchema, input);
  const channel = await findChannel(ctx, id);
  const isGone = channel.state === "disconnected";
  if (isGone && data === "keep") return;
  const noTokens = { sealedTokens: null, accessExpiresAt: null, refreshExpiresAt: null, grantEndsAt: null, tokensRenewedAt: null };
  const stopRuns = and(eq(syncRuns.channelId, id), inArray(syncRuns.state, ["waiting", "running"])) ?? sql`false`;
  const openAdvice = and(eq(recommendations.channelId, id), eq(recommendations.state, "open")) ?? sql`false`;
  if (!isGone) await giveUpAccess(ctx, channel);
  await mutate(ctx, {
    writes: [
      update(channels, channel, { ...noTokens, state: "disconnected", problem: null, account: null }),
      updateWhere(syncRuns, stopRuns, { state: "cancelled", finishedAt: ctx.clock.now() }),
      // Nothing can be done about them through a channel that is gone; connected again, they are found again.
      updateWhere(recommendations, openAdvice, { state: "settled", decidedAt: ctx.clock.now() }),
      ...(data === "erase" ? erasure(id) : []),
    ],
    audit: { action: "channel.disconnected", subject: { type: "channel", id, label: channel.name }, after: { data } },
    events: [
      ...(["channels", "listings", "orders", "service", "selling"] as const).map((area) => ({ type: "data.changed" as const, area })),
      { type: "advice.outdated" },
    ],
  });
  if (data === "erase") await ctx.ports.channelDoor.eraseAnswers(channel);
}

/** Best effort: when the vendor does not hear it, the tokens are gone here all the same. */
async function giveUpAccess(ctx: ServiceContext, channel: Awaited<ReturnType<typeof findChannel>>): Promise<void> {
  try {
    await ctx.ports.channelDoor.giveUp(channel);
  } catch (error) {
    ctx.logger.warn({ event: "channel.revoke-failed", channelId: channel.id, vendor: channel.vendor, error });
  }
}

function erasure(id: string): Write[] {
  return [
    removeWhere(orderEvents, sql`order_id in (select id from orders where channel_id = ${id})`),
    removeWhere(orderItems, eq(orderItems.channelId, id)),
    removeWhere(orders, eq(orders.channelId, id)),
    removeWhere(channelStock, eq(channelStock.channelId, id)),
    // Offers of feeds are of a code and not of this channel: they stay with the products.
    removeWhere(priceSightings, eq(priceSightings.channelId, id)),
    removeWhere(trendSightings, sql`good_id in (select id from listings where channel_id = ${id})`),
    removeWhere(listings, eq(listings.channelId, id)),
    removeWhere(questions, eq(questions.channelId, id)),
    removeWhere(reviews, eq(reviews.channelId, id)),
    removeWhere(recommendations, eq(recommendations.channelId, id)),
    removeWhere(reputationDays, eq(reputationDays.channelId, id)),
    removeWhere(scoreDays, eq(scoreDays.channelId, id)),
    // The whole is made of its channels: without the last of them it is nobody's score.
    removeWhere(
      scoreDays,
      sql`channel_id = '' and not exists (select 1 from channels as other where other.workspace_id = score_days.workspace_id and other.id <> ${id} and other.state <> 'disconnected')`,
    ),
    updateWhere(syncRuns, eq(syncRuns.channelId, id), { reconciliation: null }),
    removeWhere(channelNotices, eq(channelNotices.channelId, id)),
  ];
}
