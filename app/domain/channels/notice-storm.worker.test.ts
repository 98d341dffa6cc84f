import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { Webhook } from "#app/integrations/simulator.ts";
import { auditLog } from "#db/schema/audit.ts";
import { channelNotices } from "#db/schema/channels.ts";
import { createSeededRandom } from "#db/seed/random.ts";
import { createBusyShop } from "#db/testing/busy-shop.ts";
import { connectShop, freeAccounts, runSync } from "#db/testing/connect-shop.ts";
import { mirrorDifferences, type RawRow } from "#db/testing/mirror-differences.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import type { ServiceContext } from "../context.ts";
import { ChannelError } from "./channel-error.ts";
import { handleNotices } from "./handle-notices.server.ts";
import { openChannel } from "./open-channel.server.ts";
import { receiveNotices } from "./receive-notices.server.ts";

const vendor = "mercado-livre";
const happenings = 40;
/** Every twentieth call fails, as often as this. */
const everyNth = 20;
const failures = 15;

beforeEach(freeAccounts);

async function aSyncedShop() {
  const home = await aWorkspace();
  // One try a call: what fails comes back to whoever handles the notices.
  const stage = createStage({ http: { attempts: 1 } });
  const ctx = stage.as(home, { role: "owner" });
  const system = stage.as(home, { system: "sync" });
  const input = await connectShop(stage, ctx, vendor, "200400");
  await runSync(system, input);
  stage.marketplaces.webhooks.length = 0;
  return { stage, ctx, system, channelId: input.channelId };
}

async function rowsOf(ctx: ServiceContext, channelId: string, table: string, where = "channel_id = ?"): Promise<RawRow[]> {
  return (await ctx.d1.prepare(`select * from ${table} where ${where}`).bind(channelId).all()).results;
}

async function differences(ctx: ServiceContext, channelId: string, placed: readonly string[] = []): Promise<string[]> {
  const { client, channel } = await openChannel(ctx, channelId);
  const here = {
    listings: await rowsOf(ctx, channelId, "listings"),
    orders: await rowsOf(ctx, channelId, "orders"),
    orderItems: await rowsOf(ctx, channelId, "order_items"),
    orderEvents: await rowsOf(ctx, channelId, "order_events", "order_id in (select id from orders where channel_id = ?)"),
  };
  const refsOf = (rows: RawRow[], column: string) => [...new Set(rows.map((row) => String(row[column])))];
  const there = {
    listings: (await client.listings(refsOf(here.listings, "listing_ref"), "core")).found,
    orders: (await client.orders([...new Set([...refsOf(here.orders, "order_ref"), ...placed])])).found,
  };
  return mirrorDifferences(there, here, { channelId, vendor, site: channel.site });
}

function failSometimes({ marketplaces }: Stage): void {
  let calls = 0;
  const fault = () => {
    calls += 1;
    return calls % everyNth === 0 ? new Response("{}", { status: 500 }) : undefined;
  };
  marketplaces.next.push(...Array.from({ length: failures }, () => fault));
}

/** As the queue does it: what failed with time is tried again. */
async function handleToTheEnd(system: ServiceContext, channelId: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    try {
      await handleNotices(system, { channelId });
      return;
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
    }
  }
  throw new Error("the notices were never handled");
}

test("after a storm of notices, doubled, shuffled and with failing calls, the mirror is what the vendor says, and each effect is there once", async () => {
  const { stage, ctx, system, channelId } = await aSyncedShop();
  expect(await differences(ctx, channelId)).toEqual([]);
  const random = createSeededRandom(7);
  const listings = [...new Set((await rowsOf(ctx, channelId, "listings")).map((row) => String(row["listing_ref"])))];
  const shop = createBusyShop(random.next, listings, (action, input) => {
    stage.clock.advance(1_000);
    return Promise.resolve(stage.marketplaces.act(vendor, action, input));
  });
  for (let count = 0; count < happenings; count += 1) await shop.happen();
  const told: Webhook[] = [...stage.marketplaces.webhooks];
  expect(told.length).toBeGreaterThan(100);
  expect((await differences(ctx, channelId, shop.orderRefs)).length).toBeGreaterThan(10);
  const auditedBefore = await ctx.db.count(auditLog);
  const deliveries = [...told, ...told].map((webhook) => ({ webhook, place: random.next() })).toSorted((a, b) => a.place - b.place);
  failSometimes(stage);
  for (const [index, { webhook }] of deliveries.entries()) {
    await receiveNotices(stage.visitor, { vendor, url: webhook.url, headers: new Headers(webhook.headers), body: webhook.body });
    if (index === Math.floor(deliveries.length / 2)) await handleToTheEnd(system, channelId);
  }
  await handleToTheEnd(system, channelId);
  stage.marketplaces.next.length = 0;
  expect(await ctx.db.count(channelNotices, eq(channelNotices.channelId, channelId))).toBe(told.length);
  expect(await ctx.db.count(channelNotices, and(eq(channelNotices.channelId, channelId), isNull(channelNotices.handledAt)))).toBe(0);
  expect(await ctx.db.count(auditLog)).toBe(auditedBefore);
  expect(await differences(ctx, channelId, shop.orderRefs)).toEqual([]);
});
