import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { VendorId } from "#app/domain/channels/ports.ts";
import { channels } from "#db/schema/channels.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { createRealStage } from "#db/testing/outside-world.ts";
import { aWorkspace } from "#db/testing/world.ts";

beforeEach(freeAccounts);

const renewal: Record<VendorId, string> = { "mercado-livre": "POST /oauth/token", shopee: "POST /api/v2/auth/access_token/get" };
const dayMs = 24 * 3_600_000;

async function connected(vendor: VendorId) {
  const home = await aWorkspace();
  const stage = createRealStage();
  const ctx = stage.as(home, { role: "owner" });
  const { channelId } = await connectShop(stage, ctx, vendor);
  const object = env.CHANNEL_TOKENS.get(env.CHANNEL_TOKENS.idFromName(channelId));
  const before = stage.marketplaces.calls.length;
  const row = async () => ctx.db.first(channels, eq(channels.id, channelId));
  return {
    home,
    stage,
    ctx,
    channelId,
    object,
    row,
    renewals: () => stage.marketplaces.calls.slice(before).filter((call) => call === renewal[vendor]).length,
    /** A token that lives on so long must be a new one. */
    ask: (minLeftMs = dayMs, refused?: string) => object.accessToken({ workspaceId: home.id, channelId, minLeftMs, refused }),
    restore: (known: Awaited<ReturnType<typeof row>>) =>
      env.DB.prepare("update channels set sealed_tokens = ?, access_expires_at = ?, tokens_renewed_at = ? where id = ?")
        .bind(known?.sealedTokens, known?.accessExpiresAt, known?.tokensRenewedAt, channelId)
        .run(),
  };
}

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  test("callers who meet at a refused token get one new one, and one refresh token is spent", async () => {
    const { ask, renewals } = await connected(vendor);
    const old = await ask(0);
    if (!("token" in old)) throw new Error(old.fault);
    const answers = await Promise.all([ask(0, old.token), ask(0, old.token), ask(0, old.token)]);
    expect(new Set(answers.map((answer) => ("token" in answer ? answer.token : answer.fault))).size).toBe(1);
    expect(answers[0]).not.toEqual(old);
    expect(renewals()).toBe(1);
  });

  test("the newest pair outlives an eviction and a row that was never written", async () => {
    const { ask, renewals, object, row, restore } = await connected(vendor);
    const before = await row();
    const old = await ask(0);
    const renewed = await ask(0, "token" in old ? old.token : "");
    await restore(before);
    await evictDurableObject(object);
    expect(await ask(0)).toEqual(renewed);
    expect(renewals()).toBe(1);
    expect((await row())?.sealedTokens).not.toBe(before?.sealedTokens);
  });

  test("a revoked grant stops every further call", async () => {
    const { ask, renewals, stage, row } = await connected(vendor);
    const old = await ask(0);
    stage.marketplaces.act(vendor, "revoke", vendor === "shopee" ? { shopId: 2_000_002 } : { seller: 200_300 });
    const refused = "token" in old ? old.token : "";
    expect(await ask(0, refused)).toMatchObject({ fault: "grant-ended" });
    expect(await row()).toMatchObject({ state: "attention", problem: "grantEnded" });
    expect(renewals()).toBe(1);
  });

  test("after a disconnect the object keeps nothing and answers nobody", async () => {
    const { ask, object, channelId } = await connected(vendor);
    await ask(0);
    await env.DB.prepare("update channels set state = 'disconnected', sealed_tokens = null where id = ?").bind(channelId).run();
    await object.forget();
    expect(await ask(0)).toMatchObject({ fault: "grant-ended" });
  });
});
