import { and, eq, inArray, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channels, syncRuns } from "#db/schema/channels.ts";
import { recommendations } from "#db/schema/selling.ts";
import { update, updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { changedByErasing, hasMoreThan, lastErasureOf, rowsAtOnce } from "./erasure.server.ts";
import { findChannel } from "./open-channel.server.ts";
import { disconnectChannelSchema } from "./schemas.ts";

/**
 * Ends a connection: its tokens go at once, a running sync stops, and its data stays or goes as the person chose. What is too much
 * for one batch is marked and goes a stretch at a time.
 */
export async function disconnectChannel(ctx: ServiceContext, input: { id: string; data?: string }, rows = rowsAtOnce): Promise<void> {
  requirePermission(ctx, "channels:write");
  const { id, data } = parseInput(disconnectChannelSchema, input);
  const channel = await findChannel(ctx, id);
  const isGone = channel.state === "disconnected";
  if (channel.erasingAt !== null || (isGone && data === "keep")) return;
  const isMuch = data === "erase" && (await hasMoreThan(ctx, id, rows));
  const isErasedHere = data === "erase" && !isMuch;
  const noTokens = { sealedTokens: null, accessExpiresAt: null, refreshExpiresAt: null, grantEndsAt: null, tokensRenewedAt: null };
  const stopRuns = and(eq(syncRuns.channelId, id), inArray(syncRuns.state, ["waiting", "running"])) ?? sql`false`;
  const openAdvice = and(eq(recommendations.channelId, id), eq(recommendations.state, "open")) ?? sql`false`;
  if (!isGone) await giveUpAccess(ctx, channel);
  await mutate(ctx, {
    writes: [
      update(channels, channel, {
        ...noTokens,
        state: "disconnected",
        problem: null,
        account: null,
        erasingAt: isMuch ? ctx.clock.now() : null,
      }),
      updateWhere(syncRuns, stopRuns, { state: "cancelled", finishedAt: ctx.clock.now() }),
      // Nothing can be done about them through a channel that is gone; connected again, they are found again.
      updateWhere(recommendations, openAdvice, { state: "settled", decidedAt: ctx.clock.now() }),
      ...(isErasedHere ? lastErasureOf({ workspaceId: ctx.workspaceId, channelId: id }, rows) : []),
    ],
    audit: { action: "channel.disconnected", subject: { type: "channel", id, label: channel.name }, after: { data } },
    events: [...changedByErasing, ...(isMuch ? [{ type: "channel.erasing" as const, channelId: id }] : [])],
  });
  if (isErasedHere) await ctx.ports.channelDoor.eraseAnswers(channel);
}

/** Best effort: when the vendor does not hear it, the tokens are gone here all the same. */
async function giveUpAccess(ctx: ServiceContext, channel: Awaited<ReturnType<typeof findChannel>>): Promise<void> {
  try {
    await ctx.ports.channelDoor.giveUp(channel);
  } catch (error) {
    ctx.logger.warn({ event: "channel.revoke-failed", channelId: channel.id, vendor: channel.vendor, error });
  }
}
