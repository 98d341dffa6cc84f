import { and, eq, ne } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { listings } from "#db/schema/catalog.ts";
import { channels, syncRuns } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { reviews } from "#db/schema/service.ts";
import { connectShop, freeAccounts, runSync } from "#db/testing/connect-shop.ts";
import { rowsOf } from "#db/testing/database.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { cancelSync } from "./cancel-sync.server.ts";
import { disconnectChannel } from "./disconnect-channel.server.ts";
import { pauseChannel } from "./pause-channel.server.ts";
import { requestSync } from "./request-sync.server.ts";
import { syncListings } from "./sync-listings.server.ts";
import type { VendorId } from "./ports.ts";

beforeEach(freeAccounts);

async function connected(vendor: VendorId = "mercado-livre", account?: string) {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const { channelId, runId } = await connectShop(stage, ctx, vendor, account);
  return { home, stage, ctx, input: { channelId, runId }, system: stage.as(home, { system: "sync" }) };
}

describe.each([
  ["mercado-livre", "200400"],
  ["shopee", "shop:2000003"],
] as const)("%s", (vendor, account) => {
  test("a first sync brings everything once, counts both sides and says that it is complete", async () => {
    const { ctx, input, system } = await connected(vendor, account);
    await runSync(system, input);
    expect(await ctx.db.count(listings, eq(listings.channelId, input.channelId))).toBeGreaterThan(20);
    expect(await ctx.db.count(orders, eq(orders.channelId, input.channelId))).toBeGreaterThan(5);
    const run = await ctx.db.first(syncRuns, eq(syncRuns.id, input.runId));
    expect(run).toMatchObject({ state: "done", phase: "done" });
    const apart = Object.entries(run?.reconciliation ?? {}).filter(([, { here, there }]) => there !== null && here !== there);
    expect(apart).toEqual([]);
    expect((await ctx.db.first(channels, eq(channels.id, input.channelId)))?.lastSyncAt).not.toBeNull();
  });

  test("reading all of it again changes no row but its reading", async () => {
    const { ctx, input, system } = await connected(vendor, account);
    await runSync(system, input);
    const of = async () => ({
      listings: (await ctx.db.all(listings, { where: eq(listings.channelId, input.channelId) }))
        .map(({ id, title, priceCents, stock }) => `${id} ${title} ${priceCents} ${stock}`)
        .toSorted((a, b) => a.localeCompare(b)),
      orders: (await ctx.db.all(orders, { where: eq(orders.channelId, input.channelId) }))
        .map(({ id, state, totalCents }) => `${id} ${state} ${totalCents}`)
        .toSorted((a, b) => a.localeCompare(b)),
      reviews: await ctx.db.count(reviews, eq(reviews.channelId, input.channelId)),
    });
    const before = await of();
    const { runId } = await requestSync(ctx, { id: input.channelId, extent: "full" });
    await runSync(system, { ...input, runId });
    expect(await of()).toEqual(before);
  });
});

test("two whole runs of one channel do not run side by side", async () => {
  const { ctx, input } = await connected();
  await expect(requestSync(ctx, { id: input.channelId, extent: "full" })).rejects.toMatchObject({
    code: "conflict",
    reason: "syncRunning",
  });
});

test("a run that people stop ends, and what it brought stays", async () => {
  const { ctx, input, system } = await connected("mercado-livre", "200400");
  await syncListings(system, { ...input, place: null });
  const arrived = await ctx.db.count(listings, eq(listings.channelId, input.channelId));
  await cancelSync(ctx, { id: input.runId });
  expect(await syncListings(system, { ...input, place: null })).toBe("stopped");
  expect(await ctx.db.count(listings, eq(listings.channelId, input.channelId))).toBe(arrived);
  expect(arrived).toBeGreaterThan(0);
});

test("a listing the marketplace no longer offers is closed by a whole run, and nothing else", async () => {
  const { ctx, input, system, stage } = await connected("mercado-livre", "200400");
  await runSync(system, input);
  stage.clock.advance(60_000);
  const own = eq(listings.channelId, input.channelId);
  const open = await ctx.db.count(listings, and(own, ne(listings.status, "closed")));
  const { runId } = await requestSync(ctx, { id: input.channelId, extent: "full" });
  const [one] = await ctx.db.all(listings, { where: and(own, eq(listings.status, "active")), limit: 1 });
  await system.d1
    .prepare("update listings set listing_ref = 'MLB-gone' where id = ?")
    .bind(one?.id ?? "")
    .run();
  await runSync(system, { ...input, runId });
  expect((await ctx.db.first(listings, eq(listings.id, one?.id ?? "")))?.status).toBe("closed");
  expect(await ctx.db.count(listings, and(own, ne(listings.status, "closed")))).toBe(open);
});

test("what was under way when somebody disconnected and erased brings nothing back", async () => {
  const { ctx, input, system, stage } = await connected("mercado-livre", "200400");
  stage.marketplaces.next.push((request) => {
    if (!request.url.includes("/items/bulk")) return undefined;
    return new Response("late", { status: 200 });
  });
  const ended = Promise.allSettled([syncListings(system, { ...input, place: null })]);
  await disconnectChannel(ctx, { id: input.channelId, data: "erase" });
  await ended;
  expect(await ctx.db.count(listings, eq(listings.channelId, input.channelId))).toBe(0);
  expect((await ctx.db.first(channels, eq(channels.id, input.channelId)))?.sealedTokens).toBeNull();
});

test("a paused channel is not read, and catches up when it is resumed", async () => {
  const { ctx, input, system, stage } = await connected();
  await pauseChannel(ctx, { id: input.channelId, paused: true });
  const calls = stage.marketplaces.calls.length;
  expect(await syncListings(system, { ...input, place: null })).toBe("stopped");
  await expect(requestSync(ctx, { id: input.channelId, extent: "recent" })).rejects.toMatchObject({ reason: "channelPaused" });
  expect(stage.marketplaces.calls.length).toBe(calls);
  await pauseChannel(ctx, { id: input.channelId, paused: false });
  expect(stage.committed.filter(({ event }) => event.type === "sync.requested")).toHaveLength(2);
});

test("two workspaces with different shops never hold each other's rows", async () => {
  const one = await connected("mercado-livre", "200400");
  const two = await connected("shopee", "shop:2000003");
  const before = await rowsOf(two.home);
  await runSync(one.system, one.input);
  expect(await rowsOf(two.home)).toEqual(before);
  expect(await two.ctx.db.count(listings, eq(listings.channelId, one.input.channelId))).toBe(0);
  expect(await one.ctx.db.count(listings, eq(listings.channelId, two.input.channelId))).toBe(0);
});
