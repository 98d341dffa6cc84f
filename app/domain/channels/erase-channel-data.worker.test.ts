import { env } from "cloudflare:workers";
import { eq, inArray } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { listings } from "#db/schema/catalog.ts";
import { channels } from "#db/schema/channels.ts";
import { priceSightings, trendSightings } from "#db/schema/market.ts";
import { orderEvents, orderItems, orders } from "#db/schema/orders.ts";
import { questions } from "#db/schema/service.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { aListing, anOrder, anOrderItem, aQuestion } from "#db/testing/shop-rows.ts";
import { sightingWrites } from "#db/testing/sighting-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { disconnectChannel } from "./disconnect-channel.server.ts";
import { eraseChannelData } from "./erase-channel-data.server.ts";
import { listKeptChannels } from "./list-channels.server.ts";

beforeEach(freeAccounts);

const rows = 3;

/** Written as somebody else would see it, until its process is gone in the middle of the work. */
function databaseThatDies(batches: number): D1Database {
  let left = batches;
  return new Proxy(env.DB, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "batch") return value.bind(target) as unknown;
      return (statements: D1PreparedStatement[]) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error("killed")) : target.batch(statements);
      };
    },
  });
}

async function aLargeChannel() {
  const home = await aWorkspace();
  const stage = createStage();
  const owner = stage.as(home, { role: "owner" });
  const { channelId } = await connectShop(stage, owner, "mercado-livre", "200400");
  const sold = Array.from({ length: 10 }, () => anOrder({ channelId }));
  const goods = Array.from({ length: 5 }, (_, index) => aListing({ channelId, listingRef: `E${index}` }));
  await writeRows(
    home.id,
    insert(orders, ...sold),
    insert(orderItems, ...sold.flatMap(({ id }) => [anOrderItem({ orderId: id, channelId }), anOrderItem({ orderId: id, channelId })])),
    insert(orderEvents, ...sold.map(({ id }) => ({ id: `${id}/1`, orderId: id, at: 1, state: "ready", vendorStatus: "paid" }))),
    insert(listings, ...goods),
    ...goods.flatMap(({ id }) => sightingWrites({ listingId: id, channelId, productId: id, trendId: id })),
    insert(questions, aQuestion({ channelId })),
  );
  const left = async () => {
    const of = (table: typeof orders | typeof orderItems | typeof listings | typeof questions) =>
      owner.db.count(table, eq(table.channelId, channelId));
    const sightings =
      (await owner.db.count(priceSightings, eq(priceSightings.channelId, channelId))) +
      (await owner.db.count(
        trendSightings,
        inArray(
          trendSightings.goodId,
          goods.map(({ id }) => id),
        ),
      ));
    return {
      orders: await of(orders),
      lines: await of(orderItems),
      listings: await of(listings),
      questions: await of(questions),
      sightings,
    };
  };
  const erasingAt = async () => (await owner.db.first(channels, eq(channels.id, channelId)))?.erasingAt ?? null;
  return { home, stage, owner, channelId, left, erasingAt };
}

const nothing = { orders: 0, lines: 0, listings: 0, questions: 0, sightings: 0 };

test("what is too much for one batch is marked, goes a stretch at a time, and after a kill goes on with what is left", async () => {
  const { home, stage, owner, channelId, left, erasingAt } = await aLargeChannel();
  const whole = await left();
  await disconnectChannel(owner, { id: channelId, data: "erase" }, rows);
  expect(await left()).toEqual(whole);
  expect(await erasingAt()).toBe(stage.clock.now());
  const asked = () => stage.committed.filter(({ event }) => event.type === "channel.erasing").length;
  expect(asked()).toBe(1);
  expect((await listKeptChannels(owner)).find(({ id }) => id === channelId)?.erasingAt).toBe(stage.clock.now());
  // Asked for again meanwhile, and connected again: neither makes a second one of it, nor brings back what goes.
  await disconnectChannel(owner, { id: channelId, data: "erase" }, rows);
  expect(asked()).toBe(1);
  await expect(connectShop(stage, owner, "mercado-livre", "200400")).rejects.toMatchObject({ reason: "channelErasing" });
  const dying = { ...stage.as(home, { system: "queue" }), d1: databaseThatDies(2) };
  await expect(eraseChannelData(dying, { channelId, rows })).rejects.toThrow("killed");
  const half = await left();
  expect(half).toMatchObject({ orders: whole.orders - 2 * rows, lines: whole.lines - 4 * rows, listings: 0, questions: 0 });
  expect(await erasingAt()).not.toBeNull();
  const system = stage.as(home, { system: "queue" });
  await eraseChannelData(system, { channelId, rows });
  expect(await left()).toEqual(nothing);
  expect(await erasingAt()).toBeNull();
  expect(await leftEvents(home)).toBe(0);
  await eraseChannelData(system, { channelId, rows });
  await connectShop(stage, owner, "mercado-livre", "200400");
});

async function leftEvents(home: TestWorkspace): Promise<number> {
  const gone = await env.DB.prepare(
    "select count(*) as n from order_events where workspace_id = ? and order_id not in (select id from orders)",
  )
    .bind(home.id)
    .first<{ n: number }>();
  return gone?.n ?? -1;
}

test("a stretch that lasts too long asks for the next one", async () => {
  const { home, stage, owner, channelId, left } = await aLargeChannel();
  await disconnectChannel(owner, { id: channelId, data: "erase" }, rows);
  const slow = stage.as(home, { system: "queue" });
  const asked = () => stage.committed.filter(({ event }) => event.type === "channel.erasing").length;
  const clock = { ...stage.clock, now: () => (stage.clock.advance(15_000), stage.clock.now()) };
  await eraseChannelData({ ...slow, clock }, { channelId, rows });
  expect(asked()).toBe(2);
  expect((await left()).orders).toBeGreaterThan(0);
  await eraseChannelData(slow, { channelId, rows });
  expect(await left()).toEqual(nothing);
});

test("what fits into one batch is gone at once", async () => {
  const { stage, owner, channelId, left, erasingAt } = await aLargeChannel();
  await disconnectChannel(owner, { id: channelId, data: "erase" });
  expect(await left()).toEqual(nothing);
  expect(await erasingAt()).toBeNull();
  expect(stage.committed.some(({ event }) => event.type === "channel.erasing")).toBe(false);
});
