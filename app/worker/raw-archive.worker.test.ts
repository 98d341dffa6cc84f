import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { disconnectChannel } from "#app/domain/channels/disconnect-channel.server.ts";
import { findChannel } from "#app/domain/channels/open-channel.server.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { runScheduled } from "./cron/run-scheduled.server.ts";

const dayMs = 24 * 3_600_000;

beforeEach(freeAccounts);

async function aReadShop(vendor: "mercado-livre" | "shopee") {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const { channelId } = await connectShop(stage, ctx, vendor);
  const client = stage.marketplaces.door.open(await findChannel(ctx, channelId));
  const { batch, orderWindows } = stage.marketplaces.door.adapter(vendor);
  await client.account();
  const { refs } = await client.listingRefs(null);
  await client.listings(refs.slice(0, batch.listings));
  const [window] = orderWindows({ fromMs: stage.clock.now() - 7 * dayMs, toMs: stage.clock.now() });
  if (window === undefined) throw new Error("a week has no windows");
  await client.orders((await client.orderPage(window, null)).refs.slice(0, batch.orders));
  await Promise.all(stage.marketplaces.archived);
  return { stage, ctx, channelId, client, prefix: `answers/${home.id}/${channelId}/` };
}

async function keysUnder(prefix: string): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page: R2Objects = await env.RAW_INTERACTIONS.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
    keys.push(...page.objects.map((object) => object.key));
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return keys;
}

async function textOf(key: string): Promise<string> {
  const object = await env.RAW_INTERACTIONS.get(key);
  if (object === null) throw new Error(`${key} is gone`);
  return new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text();
}

test.each(["mercado-livre", "shopee"] as const)(
  "what is read of %s leaves the vendor's own words, one object a call and no secret",
  async (vendor) => {
    const { stage, prefix } = await aReadShop(vendor);
    const keys = await keysUnder(prefix);
    expect(new Set(keys.map((key) => /-([a-z-]+)-[^-]+$/.exec(key)?.[1]))).toEqual(
      new Set(["account", "listing-refs", "listings", "order-page", "orders"]),
    );
    expect(keys.length).toBeLessThan(stage.marketplaces.calls.length);
    expect(keys.every((key) => key.startsWith(`${prefix}2026-11-21/`))).toBe(true);
    const page = keys.find((key) => key.includes("-order-page-"));
    const lines = (await textOf(page ?? "")).split("\n").map((line) => JSON.parse(line) as { path: string; status: number; body: string });
    expect(lines.every((line) => line.status === 200)).toBe(true);
    expect(() => void JSON.parse(lines[0]?.body ?? "")).not.toThrow();
    const all = (await Promise.all(keys.map(textOf))).join("\n");
    expect(all).not.toMatch(/Bearer|access_token|refresh_token|APP_USR-|\/oauth|\/auth\//);
  },
);

test("disconnecting with erase removes what was kept of the channel, and nothing of another workspace", async () => {
  const one = await aReadShop("shopee");
  const other = await aReadShop("mercado-livre");
  await disconnectChannel(one.ctx, { id: one.channelId, data: "erase" });
  expect(await keysUnder(one.prefix)).toEqual([]);
  expect((await keysUnder(other.prefix)).length).toBeGreaterThan(0);
});

test("disconnecting without it keeps them until their time is over", async () => {
  const { stage, ctx, prefix, channelId } = await aReadShop("shopee");
  await disconnectChannel(ctx, { id: channelId, data: "keep" });
  stage.clock.advance(30 * dayMs);
  await runScheduled(stage.deps, "17 3 * * *");
  const kept = await keysUnder(prefix);
  expect(kept.length).toBeGreaterThan(0);
  stage.clock.advance(dayMs);
  await runScheduled(stage.deps, "17 3 * * *");
  expect(await keysUnder(prefix)).toEqual([]);
});

test("an archive that cannot be written stops no reading", async () => {
  const { stage, client } = await aReadShop("shopee");
  const put = env.RAW_INTERACTIONS.put.bind(env.RAW_INTERACTIONS);
  try {
    env.RAW_INTERACTIONS.put = () => Promise.reject(new Error("R2 is away"));
    expect((await client.listingRefs(null)).refs.length).toBeGreaterThan(0);
    await Promise.all(stage.marketplaces.archived);
  } finally {
    env.RAW_INTERACTIONS.put = put;
  }
  expect(stage.log.events.map(({ event }) => event)).toContain("channel.archive-failed");
});
