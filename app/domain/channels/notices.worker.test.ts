import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Webhook } from "#app/integrations/simulator.ts";
import { claimMessages } from "#db/messages.server.ts";
import { channelNotices, channels } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { handleNotices } from "./handle-notices.server.ts";
import type { VendorId } from "./ports.ts";
import { receiveNotices } from "./receive-notices.server.ts";

beforeEach(freeAccounts);

async function connected(vendor: VendorId) {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { role: "owner" });
  const { channelId } = await connectShop(stage, ctx, vendor);
  stage.marketplaces.webhooks.length = 0;
  return { home, stage, ctx, channelId, system: stage.as(home, { system: "hook" }) };
}

async function deliver(stage: Stage, vendor: VendorId, webhook: Webhook, change: (body: string) => string = (body) => body) {
  const headers = new Headers({ ...webhook.headers, ...(await webhook.sign?.()) });
  return receiveNotices(stage.visitor, { vendor, url: webhook.url, headers, body: change(webhook.body) });
}

const sale: Record<VendorId, Record<string, unknown>> = {
  "mercado-livre": { seller: 200_300, quantity: 1 },
  shopee: { shopId: 2_000_002, quantity: 1 },
};

async function sell(stage: Stage): Promise<void> {
  stage.marketplaces.webhooks.length = 0;
  stage.marketplaces.act("mercado-livre", "sell", sale["mercado-livre"]);
  for (const webhook of stage.marketplaces.webhooks) await deliver(stage, "mercado-livre", webhook);
}

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  test("a sale that is told, twice and out of order, is one order here", async () => {
    const { stage, ctx, system, channelId } = await connected(vendor);
    const own = eq(orders.channelId, channelId);
    stage.marketplaces.act(vendor, "sell", sale[vendor] ?? {});
    const told = [...stage.marketplaces.webhooks];
    expect(told.length).toBeGreaterThan(0);
    for (const webhook of [...told.toReversed(), ...told]) await deliver(stage, vendor, webhook);
    await handleNotices(system, { channelId });
    expect(await ctx.db.count(orders, own)).toBe(1);
    expect(await ctx.db.count(channelNotices, and(eq(channelNotices.channelId, channelId), isNull(channelNotices.handledAt)))).toBe(0);
    await handleNotices(system, { channelId });
    expect(await ctx.db.count(orders, own)).toBe(1);
  });

  test("a notice of an account nobody connected is answered and leaves nothing", async () => {
    const { home, stage } = await connected(vendor);
    stage.marketplaces.act(vendor, "sell", sale[vendor] ?? {});
    const [webhook] = stage.marketplaces.webhooks;
    if (webhook === undefined) throw new Error("nothing was told");
    await freeAccounts();
    await stage.deps.env.DB.prepare("update channels set state = 'disconnected'").run();
    const before = await dumpOf(home);
    expect((await deliver(stage, vendor, webhook)).status).toBe(200);
    expect(await dumpOf(home)).toEqual(before);
  });
});

test("an account that moved is told of in its new workspace, and a paused or gone one as before it was remembered", async () => {
  const first = await connected("mercado-livre");
  const { stage } = first;
  const noticesOf = (ctx: typeof first.ctx) => ctx.db.count(channelNotices);
  await sell(stage);
  await sell(stage);
  const before = await noticesOf(first.ctx);
  expect(before).toBeGreaterThan(0);
  await writeRows(first.home.id, updateWhere(channels, eq(channels.id, first.channelId), { state: "disconnected" }));
  await sell(stage);
  expect(await noticesOf(first.ctx)).toBe(before);
  const second = stage.as(await aWorkspace(), { role: "owner" });
  await connectShop(stage, second, "mercado-livre");
  await sell(stage);
  expect(await noticesOf(first.ctx)).toBe(before);
  expect(await noticesOf(second)).toBeGreaterThan(0);
});

test("Shopee's push with a changed body is refused, and what it names is not read", async () => {
  const { home, stage } = await connected("shopee");
  stage.marketplaces.act("shopee", "sell", sale.shopee);
  const [webhook] = stage.marketplaces.webhooks;
  if (webhook === undefined) throw new Error("nothing was told");
  const before = await dumpOf(home);
  const forged = deliver(stage, "shopee", webhook, (body) => body.replace(/"timestamp":\d/, '"timestamp":9'));
  await expect(forged).rejects.toMatchObject({ code: "unauthorized" });
  expect(await dumpOf(home)).toEqual(before);
});

test("a thing that cannot be read does not hold up the others", async () => {
  const { stage, ctx, system, channelId } = await connected("mercado-livre");
  stage.marketplaces.act("mercado-livre", "sell", sale["mercado-livre"]);
  for (const webhook of stage.marketplaces.webhooks) await deliver(stage, "mercado-livre", webhook);
  const poison = {
    id: "poison",
    channelId,
    topic: "items",
    about: { kind: "shipment", ref: "../../users/me" },
    sentAt: 0,
    receivedAt: 0,
    handledAt: null,
    outcome: null,
  };
  await system.d1
    .prepare("insert into channel_notices (id, workspace_id, channel_id, topic, about, sent_at, received_at) values (?, ?, ?, ?, ?, 0, 0)")
    .bind(poison.id, ctx.workspaceId, channelId, poison.topic, JSON.stringify(poison.about))
    .run();
  await handleNotices(system, { channelId });
  expect(await ctx.db.count(orders, eq(orders.channelId, channelId))).toBe(1);
  expect(await ctx.db.count(channelNotices, and(eq(channelNotices.channelId, channelId), isNull(channelNotices.handledAt)))).toBe(0);
});

test("a storm asks for one reading until it begins; what comes after that asks again", async () => {
  const { stage, ctx, system, channelId } = await connected("mercado-livre");
  const asked = () => stage.committed.filter(({ event }) => event.type === "channel.notices-arrived");
  for (let times = 0; times < 3; times += 1) await sell(stage);
  expect(asked()).toHaveLength(1);
  await claimMessages(
    system.d1,
    asked().map(({ id }) => id),
    stage.clock.now(),
    60_000,
  );
  await sell(stage);
  expect(asked()).toHaveLength(2);
  await handleNotices(system, { channelId });
  expect(await ctx.db.count(orders, eq(orders.channelId, channelId))).toBe(4);
});

test("a reading ends with what waited when it began: those who keep telling cannot hold it up", async () => {
  const { stage, ctx, system, channelId } = await connected("mercado-livre");
  await sell(stage);
  const { open } = stage.marketplaces.door;
  vi.spyOn(stage.marketplaces.door, "open").mockImplementation((channel) => {
    const client = open(channel);
    return {
      ...client,
      orders: async (refs) => {
        await sell(stage);
        return client.orders(refs);
      },
    };
  });
  await handleNotices(system, { channelId });
  const waiting = and(eq(channelNotices.channelId, channelId), isNull(channelNotices.handledAt));
  expect([await ctx.db.count(orders, eq(orders.channelId, channelId)), (await ctx.db.count(channelNotices, waiting)) > 0]).toEqual([
    1,
    true,
  ]);
});

test("a seller who takes access back at the marketplace is heard at once", async () => {
  const { stage, ctx, channelId } = await connected("shopee");
  stage.marketplaces.act("shopee", "revoke", { shopId: 2_000_002 });
  for (const webhook of stage.marketplaces.webhooks) await deliver(stage, "shopee", webhook);
  expect((await ctx.db.first(channels, eq(channels.id, channelId)))?.state).toBe("attention");
});

test("what was told before a grant ended is read once it is given again", async () => {
  const { stage, ctx, system, channelId } = await connected("mercado-livre");
  stage.marketplaces.act("mercado-livre", "sell", sale["mercado-livre"]);
  for (const webhook of stage.marketplaces.webhooks) await deliver(stage, "mercado-livre", webhook);
  stage.marketplaces.act("mercado-livre", "revoke", { seller: 200_300 });
  await expect(handleNotices(system, { channelId })).rejects.toMatchObject({ fault: "grant-ended" });
  await connectShop(stage, ctx, "mercado-livre");
  await handleNotices(system, { channelId });
  expect(await ctx.db.count(orders, eq(orders.channelId, channelId))).toBe(1);
});
