import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { channelGrants, channels } from "#db/schema/channels.ts";
import { connectShop, decide, freeAccounts } from "#db/testing/connect-shop.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { finishConnection } from "./finish-connection.server.ts";
import { startConnection } from "./start-connection.server.ts";
import type { VendorId } from "./ports.ts";

const accounts: Record<VendorId, [demo: string, other: string, refused: string]> = {
  "mercado-livre": ["200300", "200400", "0"],
  shopee: ["shop:2000002", "shop:2000003", "sub:1"],
};

beforeEach(freeAccounts);

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  const [demo, other] = accounts[vendor];

  test("a seller who allows access has a channel, sealed tokens and a first sync", async () => {
    const home = await aWorkspace();
    const stage = createStage();
    const ctx = stage.as(home, { role: "owner" });
    const { channelId } = await connectShop(stage, ctx, vendor, demo);
    const channel = await ctx.db.first(channels, eq(channels.id, channelId));
    expect(channel).toMatchObject({ vendor, state: "active", connectedByUserId: home.people.owner.id });
    expect(channel?.sealedTokens).toMatch(/^v1\./);
    expect(channel?.accessExpiresAt).toBeGreaterThan(stage.clock.now());
    const told = JSON.stringify(stage.committed);
    expect(told).not.toContain(channel?.sealedTokens);
  });

  test("an answer counts once: the same address again is refused and changes nothing", async () => {
    const home = await aWorkspace();
    const stage = createStage();
    const ctx = stage.as(home, { role: "owner" });
    const { url } = await startConnection(ctx, { vendor });
    const query = await decide(stage, url, "allow", demo);
    await finishConnection(ctx, { vendor, query });
    const before = await dumpOf(home);
    await expect(finishConnection(ctx, { vendor, query })).rejects.toMatchObject({ code: "gone", reason: "grantInvalid" });
    expect(await dumpOf(home)).toEqual(before);
  });

  test.each([
    ["no state", (query: URLSearchParams) => query.delete("state")],
    ["a state nobody gave out", (query: URLSearchParams) => query.set("state", "forged")],
    ["a code nobody gave out", (query: URLSearchParams) => query.set("code", "TG-0-200300")],
  ])("an answer with %s is refused and connects nothing", async (_what, spoil) => {
    const home = await aWorkspace();
    const stage = createStage();
    const ctx = stage.as(home, { role: "owner" });
    const { url } = await startConnection(ctx, { vendor });
    const query = new URLSearchParams(await decide(stage, url, "allow", demo));
    spoil(query);
    await expect(finishConnection(ctx, { vendor, query: `?${query}` })).rejects.toMatchObject({ reason: "grantInvalid" });
    expect(await ctx.db.count(channels)).toBe(1);
  });

  test("an answer meant for another person, session or time is refused", async () => {
    const [home, foreign] = [await aWorkspace(), await aWorkspace()];
    const stage = createStage();
    const owner = stage.as(home, { role: "owner" });
    const { url } = await startConnection(owner, { vendor });
    const query = await decide(stage, url, "allow", demo);
    const refused = { reason: "grantInvalid" };
    await expect(finishConnection(stage.as(home, { role: "admin" }), { vendor, query })).rejects.toMatchObject(refused);
    await expect(finishConnection(stage.as(foreign, { role: "owner" }), { vendor, query })).rejects.toMatchObject(refused);
    const elsewhere = { ...owner, actor: { ...owner.actor, sessionHandle: "ses_other" } as typeof owner.actor };
    await expect(finishConnection(elsewhere, { vendor, query })).rejects.toMatchObject(refused);
    stage.clock.advance(16 * 60_000);
    await expect(finishConnection(owner, { vendor, query })).rejects.toMatchObject(refused);
    expect(await owner.db.count(channels)).toBe(1);
  });

  test("a seller who says no is told so, and the attempt is over", async () => {
    const home = await aWorkspace();
    const stage = createStage();
    const ctx = stage.as(home, { role: "owner" });
    const { url } = await startConnection(ctx, { vendor });
    const query = await decide(stage, url, "deny", demo);
    await expect(finishConnection(ctx, { vendor, query })).rejects.toMatchObject({ code: "forbidden", reason: "grantDenied" });
    expect((await ctx.db.all(channelGrants)).every((grant) => grant.usedAt !== null)).toBe(true);
    expect(await ctx.db.count(channels)).toBe(1);
  });

  test("an account feeds one workspace: a second one is refused and the first one keeps its channel", async () => {
    const [home, foreign] = [await aWorkspace(), await aWorkspace()];
    const stage = createStage();
    const { channelId } = await connectShop(stage, stage.as(home, { role: "owner" }), vendor, other);
    await expect(connectShop(stage, stage.as(foreign, { role: "owner" }), vendor, other)).rejects.toMatchObject({
      reason: "channelElsewhere",
    });
    expect((await stage.as(home, { role: "owner" }).db.first(channels, eq(channels.id, channelId)))?.state).toBe("active");
  });

  test("authorising again renews the same channel, and refuses another account in its place", async () => {
    const home = await aWorkspace();
    const stage = createStage();
    const ctx = stage.as(home, { role: "owner" });
    const { channelId } = await connectShop(stage, ctx, vendor, demo);
    const first = await ctx.db.first(channels, eq(channels.id, channelId));
    const again = await startConnection(ctx, { vendor, channelId });
    await finishConnection(ctx, { vendor, query: await decide(stage, again.url, "allow", demo) });
    const second = await ctx.db.first(channels, eq(channels.id, channelId));
    expect(second?.sealedTokens).not.toBe(first?.sealedTokens);
    const wrong = await startConnection(ctx, { vendor, channelId });
    const query = await decide(stage, wrong.url, "allow", other);
    await expect(finishConnection(ctx, { vendor, query })).rejects.toMatchObject({ reason: "channelOtherAccount" });
  });
});
