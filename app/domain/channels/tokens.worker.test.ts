import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { channels } from "#db/schema/channels.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { openChannel } from "./open-channel.server.ts";
import { type TokenSafe, usableToken } from "./tokens.server.ts";
import { renewDueTokens } from "./wake-channels.server.ts";
import type { VendorId } from "./ports.ts";

beforeEach(freeAccounts);

const hourMs = 3_600_000;
const tokenCalls: Record<VendorId, string> = { "mercado-livre": "POST /oauth/token", shopee: "POST /api/v2/auth/access_token/get" };

async function connected(vendor: VendorId) {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const { channelId } = await connectShop(stage, ctx, vendor);
  const row = async () => {
    const channel = await ctx.db.first(channels, eq(channels.id, channelId));
    if (channel === undefined) throw new Error("no channel");
    return channel;
  };
  const renewals = () => stage.marketplaces.calls.filter((call) => call === tokenCalls[vendor]).length;
  return { home, stage, ctx, channelId, row, renewals, system: stage.as(home, { system: "cron" }) };
}

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  test("many calls at the end of a token's life renew it once", async () => {
    const { stage, ctx, channelId, renewals } = await connected(vendor);
    const before = renewals();
    stage.clock.advance(7 * hourMs);
    const { client } = await openChannel(ctx, channelId);
    const other = (await openChannel(ctx, channelId)).client;
    await Promise.all([client.account(), other.account(), client.account(), other.account()]);
    expect(renewals() - before).toBe(1);
  });

  test("the hourly round renews what ends within two hours and leaves the rest alone", async () => {
    const { stage, system, row, renewals } = await connected(vendor);
    const before = renewals();
    expect(await renewDueTokens(system)).toMatchObject({ failed: 0 });
    expect(renewals()).toBe(before);
    const { accessExpiresAt } = await row();
    stage.clock.set((accessExpiresAt ?? 0) - hourMs);
    await renewDueTokens(system);
    expect(renewals()).toBe(before + 1);
    expect((await row()).accessExpiresAt).toBeGreaterThan(accessExpiresAt ?? 0);
  });

  test("a grant that the seller took back turns the channel to its people, once, and is left alone from then on", async () => {
    const { stage, ctx, channelId, row, system } = await connected(vendor);
    stage.marketplaces.act(vendor, "revoke", vendor === "shopee" ? { shopId: 2_000_002 } : { seller: 200_300 });
    stage.clock.advance(7 * hourMs);
    const { client } = await openChannel(ctx, channelId);
    await expect(client.account()).rejects.toMatchObject({ fault: "grant-ended" });
    expect(await row()).toMatchObject({ state: "attention", problem: "grantEnded" });
    const calls = stage.marketplaces.calls.length;
    await renewDueTokens(system);
    await expect(openChannel(ctx, channelId)).rejects.toMatchObject({ fault: "grant-ended" });
    expect(stage.marketplaces.calls.length).toBe(calls);
    expect(stage.committed.filter(({ event }) => event.type === "channel.needs-attention")).toHaveLength(1);
  });
});

test("a new pair that was kept before a crash is used, because the old one is dead", async () => {
  const { stage, channelId, system, row } = await connected("mercado-livre");
  let kept: { sealed: string; atMs: number } | undefined;
  const safe: TokenSafe = { read: () => Promise.resolve(kept), write: (pair) => Promise.resolve(void (kept = pair)) };
  const old = await row();
  stage.clock.advance(7 * hourMs);
  const renewed = await usableToken(system, { channelId, minLeftMs: 60_000, safe });
  // As if the process had died after the vendor's answer and before our own row.
  await system.d1
    .prepare("update channels set sealed_tokens = ?, access_expires_at = ?, tokens_renewed_at = ? where id = ?")
    .bind(old.sealedTokens, old.accessExpiresAt, old.tokensRenewedAt, channelId)
    .run();
  expect(await usableToken(system, { channelId, minLeftMs: 60_000, safe })).toBe(renewed);
  expect((await row()).sealedTokens).not.toBe(old.sealedTokens);
});

test("a token that the vendor ends before its time is renewed and the call made again, unseen", async () => {
  const { stage, ctx, channelId, renewals } = await connected("mercado-livre");
  const { client } = await openChannel(ctx, channelId);
  await client.account();
  const before = renewals();
  stage.marketplaces.next.push((request) =>
    new URL(request.url).pathname.startsWith("/users/") || request.url.includes("/users/me")
      ? Response.json({ code: "unauthorized", message: "invalid access token" }, { status: 401 })
      : undefined,
  );
  expect((await client.account()).accountRef).toBe("200300");
  expect(renewals()).toBe(before + 1);
});
