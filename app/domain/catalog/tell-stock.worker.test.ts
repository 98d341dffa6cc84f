import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { channelStock } from "#db/schema/channel-stock.ts";
import { channels } from "#db/schema/channels.ts";
import { demandLines } from "#db/schema/fulfilment.ts";
import { listings } from "#db/schema/catalog.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { applyAll, everything, type ScriptedCall, scriptedChannels } from "#db/testing/scripted-channel.ts";
import { aChannel, aListing } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { projectZone } from "../warehouse/project-zone.server.ts";
import { ChannelError } from "../channels/channel-error.ts";
import { readStockDrift } from "./read-stock-drift.server.ts";
import { setStockSource } from "../channels/set-stock-source.server.ts";
import { tellStock, workspacesWithUntoldStock } from "./tell-stock.server.ts";

const minuteMs = 60_000;

/** A shop whose channel follows a warehouse with ten of one SKU. */
async function aFollowingShop(...script: Parameters<typeof scriptedChannels>) {
  const home = await aWorkspace();
  const door = scriptedChannels(...script);
  const stage = createStage({ channelDoor: door });
  const system = stage.as(home, { system: "events" });
  await follow(home, home.shop.channelId);
  await hold(system, home, 10, 1);
  return { home, door, stage, system, person: stage.as(home, { role: "owner" }) };
}

function follow(home: TestWorkspace, channelId: string): Promise<void> {
  return writeRows(home.id, updateWhere(channels, eq(channels.id, channelId), { stockFromWarehouse: true }));
}

function hold(ctx: ServiceContext, { shop }: TestWorkspace, onHand: number, seq: number): Promise<void> {
  const totals = [{ sku: shop.variantId, onHand, reserved: 0, onHold: 0, damaged: 0, inTransit: 0 }];
  return projectZone(ctx, { zoneId: shop.zoneId, seq, totals });
}

async function sell(home: TestWorkspace, quantity: number): Promise<void> {
  const { orderId, channelId, variantId: sku } = home.shop;
  const line = { orderId, channelId, sku, quantity, rank: 1, state: "promised", fulfilmentId: null, changedAt: stageStartMs };
  await writeRows(home.id, insert(demandLines, { id: testIds.next("dml"), ...line }));
}

type Change = Partial<Parameters<typeof aListing>[0]>;

async function offer(home: TestWorkspace, ...some: Change[]): Promise<string[]> {
  const { channelId, variantId } = home.shop;
  const rows = some.map((change, index) =>
    aListing({ channelId, variantId, linkState: "linked", listingRef: `MLB${index}`, stock: 4, ...change }),
  );
  await writeRows(home.id, insert(listings, ...rows));
  return rows.map(({ id }) => id);
}

function told(calls: readonly ScriptedCall[]) {
  return calls.flatMap((call) =>
    call.method === "setStock" ? call.changes.map(({ listingRef, stock }) => [call.channelId, listingRef, stock]) : [],
  );
}

const stateOf = async (ctx: ServiceContext, id: string | undefined) => ctx.db.first(channelStock, eq(channelStock.id, id ?? ""));

test("all listings of one SKU, on every channel that follows, are told the same number once", async () => {
  const { home, door, system } = await aFollowingShop();
  const other = aChannel({ vendor: "shopee" });
  await writeRows(home.id, insert(channels, other));
  await follow(home, other.id);
  const ids = await offer(home, {}, { stock: 10 }, { channelId: other.id });
  await sell(home, 3);
  await tellStock(system);
  const heard = told(door.calls);
  expect(heard.length).toBe(3);
  expect(heard).toEqual(
    expect.arrayContaining([
      [home.shop.channelId, "MLB0", 7],
      [home.shop.channelId, "MLB1", 7],
      [other.id, "MLB2", 7],
    ]),
  );
  expect((await system.db.all(listings, { ids })).map(({ stock }) => stock)).toEqual([7, 7, 7]);
  await tellStock(system);
  expect(door.calls.length).toBe(2);
});

test("a channel that does not follow is told nothing, and neither are products that were never in a warehouse", async () => {
  const { home, door, system } = await aFollowingShop();
  await offer(home, { variantId: testIds.next("var") }, { linkState: "suggested" }, { status: "closed" });
  await tellStock(system);
  await offer(home, { listingRef: "MLB9" });
  await writeRows(home.id, updateWhere(channels, eq(channels.id, home.shop.channelId), { stockFromWarehouse: false }));
  await tellStock(system);
  await writeRows(home.id, updateWhere(channels, eq(channels.id, home.shop.channelId), { stockFromWarehouse: true, state: "paused" }));
  await tellStock(system);
  expect(door.calls).toEqual([]);
});

test("what is sold while a marketplace is being told is told as well", async () => {
  const script = async (call: ScriptedCall) => {
    if (shop.door.calls.length === 1) await sell(shop.home, 4);
    return applyAll(call);
  };
  const shop = await aFollowingShop(script);
  await offer(shop.home, {});
  await tellStock(shop.system);
  expect(told(shop.door.calls).map(([, , stock]) => stock)).toEqual([10, 6]);
});

test("a listing that somebody is telling is left to them, and taken up again when they never finished", async () => {
  const shop = await aFollowingShop(async (call) => {
    if (shop.door.calls.length === 1) await tellStock(shop.system);
    return applyAll(call);
  });
  const [id] = await offer(shop.home, {});
  await tellStock(shop.system);
  expect(shop.door.calls.length).toBe(1);
  const cut = { state: "telling", toldStock: null, toldAt: null, dueAt: stageStartMs + minuteMs };
  await writeRows(shop.home.id, updateWhere(channelStock, eq(channelStock.id, id ?? ""), cut));
  await writeRows(shop.home.id, updateWhere(listings, eq(listings.id, id ?? ""), { stock: 4 }));
  await tellStock(shop.system);
  expect(shop.door.calls.length).toBe(1);
  shop.stage.clock.advance(2 * minuteMs);
  expect(await workspacesWithUntoldStock(shop.stage.deps.orm, shop.stage.clock.now())).toContain(shop.home.id);
  await tellStock(shop.system);
  expect(shop.door.calls.length).toBe(2);
});

test("two that find the same listing at the same moment tell it once", async () => {
  const { home, door, system } = await aFollowingShop();
  await offer(home, {});
  await Promise.all([tellStock(system), tellStock(system), tellStock(system)]);
  expect(told(door.calls)).toEqual([[home.shop.channelId, "MLB0", 10]]);
});

test("each listing keeps what became of it, and a refusal is not repeated until something is different", async () => {
  const refusal = { kind: "refused", reason: "under-review", vendorText: "em revisão" } as const;
  const { home, door, system } = await aFollowingShop((call) =>
    applyAll(call).map((outcome) => (outcome.listingRef === "MLB0" ? { ...outcome, ...refusal } : outcome)),
  );
  const [refused, taken] = await offer(home, {}, {});
  await tellStock(system);
  await tellStock(system);
  expect(told(door.calls).length).toBe(2);
  expect(await stateOf(system, refused)).toMatchObject({
    state: "refused",
    reason: "under-review",
    lastError: "em revisão",
    toldStock: null,
  });
  expect(await stateOf(system, taken)).toMatchObject({ state: "told", reason: null, toldStock: 10, wanted: 10 });
  await sell(home, 1);
  await tellStock(system);
  expect(told(door.calls).length).toBe(4);
});

test("a marketplace that is away is asked again later and later, and keeps no other from hearing", async () => {
  let isAway = true;
  const { home, door, system, stage } = await aFollowingShop((call) => {
    if (isAway && call.channelId === home.shop.channelId) throw new ChannelError("unavailable", { vendorText: "down" });
    return applyAll(call);
  });
  const other = aChannel({ vendor: "shopee" });
  await writeRows(home.id, insert(channels, other));
  await follow(home, other.id);
  const [id, heard] = await offer(home, {}, { channelId: other.id });
  await tellStock(system);
  await tellStock(system);
  expect(door.calls.length).toBe(2);
  expect(await stateOf(system, heard)).toMatchObject({ state: "told", toldStock: 10 });
  expect(await stateOf(system, id)).toMatchObject({ state: "failing", reason: "unreachable", attempts: 1, dueAt: stageStartMs + minuteMs });
  stage.clock.advance(minuteMs);
  await tellStock(system);
  expect(await stateOf(system, id)).toMatchObject({ attempts: 2, dueAt: stageStartMs + 3 * minuteMs });
  isAway = false;
  stage.clock.advance(2 * minuteMs);
  await tellStock(system);
  expect(await stateOf(system, id)).toMatchObject({ state: "told", attempts: 0, dueAt: null, lastError: null });
});

test("goods in the marketplace's own warehouse are left to it, and reserved ones bound what it is told", async () => {
  const { home, door, system, person } = await aFollowingShop(applyAll, {
    capabilities: everything,
    refusalOf: ({ logisticType, reserved }, { after }) => {
      if (logisticType === "fulfillment" && after > 0) return "managed-by-vendor";
      return after < reserved ? "below-reserved" : null;
    },
  });
  await offer(home, { logisticType: "fulfillment", stock: 30 }, { stock: 20, reserved: 2 });
  await sell(home, 10);
  await tellStock(system);
  await tellStock(system);
  expect(told(door.calls)).toEqual([[home.shop.channelId, "MLB1", 2]]);
  const { data } = await readStockDrift(person, { id: home.shop.channelId });
  expect(data.filter(({ available }) => available !== null).map(({ shown, available, reason }) => [shown, available, reason])).toEqual([
    [30, 0, "managed-by-vendor"],
    [2, 0, "below-reserved"],
  ]);
});

test("a marketplace that has just sold some is not told more before the order is here", async () => {
  const { home, door, system, stage } = await aFollowingShop();
  const [id] = await offer(home, {});
  await tellStock(system);
  stage.clock.advance(minuteMs);
  const seen = { stock: 9, readAt: stage.clock.now() };
  await writeRows(home.id, updateWhere(listings, eq(listings.id, id ?? ""), seen));
  await tellStock(system);
  expect(told(door.calls).length).toBe(1);
  await writeRows(home.id, updateWhere(listings, eq(listings.id, id ?? ""), { stock: 12 }));
  await tellStock(system);
  expect(told(door.calls).map(([, , stock]) => stock)).toEqual([10, 10]);
});

test("drift says of each listing what can be sold, what is shown, and why they differ", async () => {
  const { home, person, system } = await aFollowingShop();
  await offer(
    home,
    { title: "wrong" },
    { title: "right", stock: 10 },
    { title: "unknown", variantId: testIds.next("var") },
    { title: "closed", status: "closed" },
  );
  const { channelId } = home.shop;
  const seen = async (input: { all?: "true" } = {}) => {
    const { data } = await readStockDrift(person, { id: channelId, ...input });
    return data
      .filter(({ id }) => id !== home.shop.listingId)
      .map(({ title, available, shown, reason }) => [title, available, shown, reason]);
  };
  expect(await seen()).toEqual([
    ["wrong", 10, 4, "telling"],
    ["unknown", null, 4, "unknown"],
  ]);
  expect(await seen({ all: "true" })).toContainEqual(["right", 10, 10, null]);
  expect((await readStockDrift(person, { id: channelId })).data.find(({ id }) => id === home.shop.listingId)?.reason).toBe("unlinked");
  await writeRows(home.id, updateWhere(channels, eq(channels.id, channelId), { state: "paused" }));
  expect(await seen()).toContainEqual(["wrong", 10, 4, "channel-paused"]);
  await writeRows(home.id, updateWhere(channels, eq(channels.id, channelId), { state: "active" }));
  await tellStock(system);
  expect(await seen()).toEqual([["unknown", null, 4, "unknown"]]);
});

test("pages of drift go on where the last one ended", async () => {
  const { home, person } = await aFollowingShop();
  await offer(home, {}, {}, {});
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await readStockDrift(person, { id: home.shop.channelId, limit: 2, cursor });
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect([ids.length, new Set(ids).size]).toEqual([4, 4]);
});

test("turned on and off by a person it asks for the telling, and what was told is forgotten", async () => {
  const home = await aWorkspace();
  const stage = createStage({ channelDoor: scriptedChannels() });
  const [person, system] = [stage.as(home, { role: "owner" }), stage.as(home, { system: "events" })];
  const id = home.shop.channelId;
  const heard = () => stage.committed.splice(0).map(({ event }) => event.type);
  await setStockSource(person, { id, fromWarehouse: true });
  expect(heard()).toEqual(["data.changed", "activity.recorded", "stock.changed"]);
  await setStockSource(person, { id, fromWarehouse: true });
  expect(heard()).toEqual([]);
  await hold(system, home, 10, 1);
  await offer(home, {});
  await tellStock(system);
  expect(await person.db.count(channelStock, eq(channelStock.channelId, id))).toBe(1);
  await setStockSource(person, { id, fromWarehouse: false });
  expect(await person.db.count(channelStock, eq(channelStock.channelId, id))).toBe(0);
});

test("totals of a zone ask once for the telling until it begins", async () => {
  const { home, system, stage } = await aFollowingShop();
  expect(stage.committed.filter(({ event }) => event.type === "stock.changed").length).toBe(1);
  await hold(system, home, 12, 2);
  expect(stage.committed.filter(({ event }) => event.type === "stock.changed").length).toBe(1);
  expect((await system.db.all(zoneStock)).map(({ onHand }) => onHand)).toEqual([12]);
});
