import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { ChannelError } from "./channel-error.ts";
import { markAttention } from "./mark-attention.server.ts";
import { type ChannelRow, findChannel } from "./open-channel.server.ts";
import type { TokenSet } from "./ports.ts";
import { decideTokens, tokenPlace, tokenSetSchema } from "./token-policy.ts";

/** The columns of a channel that follow from its tokens. */
export async function sealedTokens(ctx: ServiceContext, channelId: string, tokens: TokenSet) {
  return {
    sealedTokens: await ctx.ports.sealer.seal(JSON.stringify(tokens), tokenPlace(channelId)),
    accessExpiresAt: tokens.accessExpiresAtMs,
    refreshExpiresAt: tokens.refreshExpiresAtMs,
    grantEndsAt: tokens.grantEndsAtMs,
    tokensRenewedAt: ctx.clock.now(),
  };
}

/** Keeps a new pair where a crash right after the vendor's answer cannot lose it: the old pair is dead by then. */
export type TokenSafe = {
  read(): Promise<{ sealed: string; atMs: number } | undefined>;
  write(pair: { sealed: string; atMs: number }): Promise<void>;
};

export type RenewalAsk = { channelId: string; minLeftMs: number; refused?: string | undefined; safe: TokenSafe };

/**
 * An access token that can be used, renewed when it must be. Never called side by side for one channel: a refresh token
 * works once, and the loser of a race would be locked out for good.
 */
export async function usableToken(ctx: ServiceContext, { channelId, minLeftMs, refused, safe }: RenewalAsk): Promise<string> {
  requirePermission(ctx, "channels:write");
  const channel = await findChannel(ctx, channelId);
  if (channel.state === "disconnected" || channel.sealedTokens === null) throw new ChannelError("grant-ended");
  const tokens = await newestTokens(ctx, channel, safe);
  switch (decideTokens(tokens, { nowMs: ctx.clock.now(), minLeftMs, refused })) {
    case "use":
      return tokens.accessToken;
    case "ended":
      await markAttention(ctx, { channelId, problem: "grantEnded" });
      throw new ChannelError("grant-ended");
    case "renew":
      return renew(ctx, channel, tokens, safe);
  }
}

async function newestTokens(ctx: ServiceContext, channel: ChannelRow, safe: TokenSafe): Promise<TokenSet> {
  const kept = await safe.read();
  if (kept === undefined || kept.atMs <= (channel.tokensRenewedAt ?? 0)) return openSealed(ctx, channel.id, channel.sealedTokens ?? "");
  const tokens = await openSealed(ctx, channel.id, kept.sealed);
  await store(ctx, channel.id, tokens);
  return tokens;
}

async function openSealed(ctx: ServiceContext, channelId: string, sealed: string): Promise<TokenSet> {
  return tokenSetSchema.parse(JSON.parse(await ctx.ports.sealer.open(sealed, tokenPlace(channelId))));
}

async function renew(ctx: ServiceContext, channel: ChannelRow, old: TokenSet, safe: TokenSafe): Promise<string> {
  const { vendor, accountRef, site, id: channelId } = channel;
  try {
    const renewed = await ctx.ports.channelDoor.adapter(vendor).refresh({ vendor, accountRef, site }, old.refreshToken);
    // The end of the grant is told once, when the seller allows access.
    const tokens = { ...renewed, grantEndsAtMs: renewed.grantEndsAtMs ?? old.grantEndsAtMs };
    const sealed = await ctx.ports.sealer.seal(JSON.stringify(tokens), tokenPlace(channelId));
    await safe.write({ sealed, atMs: ctx.clock.now() });
    await store(ctx, channelId, tokens);
    ctx.logger.info({ event: "channel.tokens-renewed", channelId, vendor });
    return tokens.accessToken;
  } catch (error) {
    if (error instanceof ChannelError && error.fault === "grant-ended") await markAttention(ctx, { channelId, problem: "grantEnded" });
    throw error;
  }
}

async function store(ctx: ServiceContext, channelId: string, tokens: TokenSet): Promise<void> {
  const columns = await sealedTokens(ctx, channelId, tokens);
  await mutate(ctx, { writes: [updateWhere(channels, eq(channels.id, channelId), columns)], audit: "mirrored" });
}
