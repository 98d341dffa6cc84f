import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { channelNotices } from "#db/schema/channels.ts";
import { orders } from "#db/schema/orders.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { disconnectChannel } from "./disconnect-channel.server.ts";
import { handleNotices } from "./handle-notices.server.ts";
import type { VendorId } from "./ports.ts";
import { recoverNotices } from "./recover-notices.server.ts";

beforeEach(freeAccounts);

type Shop = { account: string; input: Record<string, unknown> };
const shops: Record<VendorId, [own: Shop, other: Shop]> = {
  "mercado-livre": [
    { account: "200400", input: { seller: 200_400 } },
    { account: "200600", input: { seller: 200_600 } },
  ],
  shopee: [
    { account: "shop:2000002", input: { shopId: 2_000_002 } },
    { account: "shop:2000003", input: { shopId: 2_000_003 } },
  ],
};

async function connected(stage: Stage, vendor: VendorId, account: string) {
  const home = await aWorkspace();
  const ctx = stage.as(home, { role: "owner" });
  const input = await connectShop(stage, ctx, vendor, account);
  const notices = () => ctx.db.all(channelNotices, { where: eq(channelNotices.channelId, input.channelId) });
  const recover = () => recoverNotices(stage.visitor, { ...input, workspaceId: home.id });
  return { home, ctx, input, notices, recover, system: stage.as(home, { system: "hook" }) };
}

/** Something is sold, and the app does not answer when it is told. */
function sellUnheard(stage: Stage, vendor: VendorId, input: Record<string, unknown>): void {
  if (vendor === "mercado-livre") stage.marketplaces.act(vendor, "switch", { notices: "miss" });
  stage.marketplaces.webhooks.length = 0;
  stage.marketplaces.act(vendor, "sell", { ...input, quantity: 1 });
  for (const webhook of stage.marketplaces.webhooks.splice(0)) webhook.settled?.({ status: 0, body: "", durationMs: 1 });
}

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  const [ownShop, otherShop] = shops[vendor];

  test("a lost notice reaches the channel it is about, whichever workspace's run fetched it", async () => {
    const stage = createStage();
    const own = await connected(stage, vendor, ownShop.account);
    const other = await connected(stage, vendor, otherShop.account);
    sellUnheard(stage, vendor, otherShop.input);
    sellUnheard(stage, vendor, ownShop.input);
    await own.recover();
    expect(await own.ctx.db.count(orders, eq(orders.channelId, own.input.channelId))).toBe(1);
    const arrived = await other.notices();
    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.every((row) => row.workspaceId === other.home.id)).toBe(true);
    expect(await own.ctx.db.count(channelNotices, eq(channelNotices.channelId, other.input.channelId))).toBe(0);
    const told = stage.committed.filter(({ event }) => event.type === "channel.notices-arrived");
    expect(new Set(told.map(({ workspaceId }) => workspaceId))).toEqual(new Set([own.home.id, other.home.id]));
    await handleNotices(other.system, { channelId: other.input.channelId });
    expect(await other.ctx.db.count(orders, eq(orders.channelId, other.input.channelId))).toBe(1);
  });

  test("fetched again by the other run, each notice stays one row, and none is read twice", async () => {
    const stage = createStage();
    const own = await connected(stage, vendor, ownShop.account);
    const other = await connected(stage, vendor, otherShop.account);
    sellUnheard(stage, vendor, otherShop.input);
    await Promise.all([own.recover(), other.recover()]);
    const once = await other.notices();
    await own.recover();
    await other.recover();
    expect(await other.notices()).toEqual(once);
    expect(await own.notices()).toEqual([]);
  });

  test("a notice of a shop nobody has connected is dropped and counted, and holds up nobody behind it", async () => {
    const stage = createStage();
    const own = await connected(stage, vendor, ownShop.account);
    const gone = await connected(stage, vendor, otherShop.account);
    sellUnheard(stage, vendor, otherShop.input);
    sellUnheard(stage, vendor, ownShop.input);
    await disconnectChannel(gone.ctx, { id: gone.input.channelId, data: "keep" });
    await own.recover();
    expect(await gone.notices()).toEqual([]);
    expect(await own.ctx.db.count(orders, eq(orders.channelId, own.input.channelId))).toBe(1);
    const counted = stage.log.events.flatMap((one) => (one.event === "channel.notices" && one.stored > 0 ? [one] : []));
    expect(counted.length).toBeGreaterThan(0);
    for (const one of counted) expect(one).toMatchObject({ way: "recovered", stored: 1, unknown: 1 });
  });
});
