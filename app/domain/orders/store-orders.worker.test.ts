import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderEvents, orderItems, orders } from "#db/schema/orders.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { aRemoteOrder } from "#db/testing/remote-order.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { eq } from "drizzle-orm";
import { orderStates, type RemoteOrder } from "../channels/remote.ts";
import { readOrder } from "./read-order.server.ts";
import { storeOrders } from "./store-orders.server.ts";

const hourMs = 3_600_000;

async function aShop() {
  const home = await aWorkspace();
  const stage = createStage();
  const ctx = stage.as(home, { system: "sync" });
  const { channelId } = home.shop;
  const store = (...remote: RemoteOrder[]) => storeOrders(ctx, { channelId, orders: remote });
  const stored = async () => (await ctx.db.all(orders)).filter((row) => row.id !== home.shop.orderId);
  const told = () => stage.committed.filter(({ event }) => event.type === "data.changed").length;
  return { home, stage, ctx, store, stored, told };
}

test("an order that comes again changes nothing and tells nobody", async () => {
  const { ctx, store, stored, told, stage } = await aShop();
  expect(await store(aRemoteOrder(), aRemoteOrder())).toEqual({ changed: 1 });
  const [before] = await stored();
  stage.clock.advance(hourMs);
  expect(await store(aRemoteOrder())).toEqual({ changed: 0 });
  const [after] = await stored();
  expect({ ...after, readAt: 0, version: 0 }).toEqual({ ...before, readAt: 0, version: 0 });
  expect((after?.readAt ?? 0) - (before?.readAt ?? 0)).toBe(hourMs);
  expect(await ctx.db.count(orderEvents)).toBe(1);
  expect(told()).toBe(1);
});

test("an older version never replaces a newer one, and still enters the history", async () => {
  const { store, stored, ctx, home, told } = await aShop();
  await store(aRemoteOrder({ state: "shipped", vendorStatus: "shipped", updatedAtMs: stageStartMs }));
  await store(aRemoteOrder());
  const [row] = await stored();
  expect(row).toMatchObject({ state: "shipped", remoteUpdatedAt: stageStartMs });
  expect(told()).toBe(1);
  const { history } = await readOrder(createStage().as(home, { role: "viewer" }), { id: row?.id ?? "" });
  expect(history.map((event) => event.state)).toEqual(["ready", "shipped"]);
  expect(await ctx.db.count(orderEvents)).toBe(2);
});

test("however versions are shuffled and repeated, the newest state stands and each version is in the history once", async () => {
  const versions = fc.array(fc.record({ state: fc.constantFrom(...orderStates), quantity: fc.integer({ min: 1, max: 5 }) }), {
    minLength: 1,
    maxLength: 5,
  });
  const deliveries = versions.chain((all) =>
    fc.record({
      all: fc.constant(all),
      // Each version at least once, in batches of any size.
      order: fc.shuffledSubarray([...all.keys(), ...all.keys(), ...all.keys()], { minLength: all.length * 3 }),
      batch: fc.integer({ min: 1, max: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(deliveries, async ({ all, order, batch }) => {
      const { store, stored, ctx } = await aShop();
      const remote = all.map(({ state, quantity }, index) => {
        const items = aRemoteOrder().items.map((item) => ({ ...item, quantity }));
        return aRemoteOrder({ state, vendorStatus: state, items, updatedAtMs: stageStartMs + index });
      });
      for (let start = 0; start < order.length; start += batch) {
        await store(...order.slice(start, start + batch).flatMap((index) => remote[index] ?? []));
      }
      const rows = await stored();
      const newest = all.at(-1);
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ state: newest?.state, units: newest?.quantity, remoteUpdatedAt: stageStartMs + all.length - 1 });
      const lines = await ctx.db.all(orderItems, { where: eq(orderItems.orderId, rows[0]?.id ?? "") });
      expect(lines.map((line) => line.quantity)).toEqual([newest?.quantity]);
      const events = await ctx.db.all(orderEvents);
      expect(events.map((event) => `${event.at} ${event.state}`).toSorted()).toEqual(
        all.map(({ state }, index) => `${stageStartMs + index} ${state}`).toSorted(),
      );
    }),
    { numRuns: 20 },
  );
}, 20_000);

test("two readers that meet leave one order with one set of lines", async () => {
  const { ctx, home, stored } = await aShop();
  const { channelId } = home.shop;
  const old = aRemoteOrder();
  const fresh = aRemoteOrder({ state: "cancelled", cancel: { by: "buyer", reason: "regret" }, updatedAtMs: stageStartMs });
  await Promise.all([
    storeOrders(ctx, { channelId, orders: [old] }),
    storeOrders(createStage().as(home, { system: "sync" }), { channelId, orders: [fresh] }),
  ]);
  const rows = await stored();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ state: "cancelled", cancelledBy: "buyer" });
  const lines = await ctx.db.all(orderItems, { where: eq(orderItems.orderId, rows[0]?.id ?? "") });
  expect(lines).toMatchObject([{ isCancelled: true }]);
});

test("what an answer leaves out keeps what was told before, and the fee we foresaw is never rewritten", async () => {
  const { store, stored, home } = await aShop();
  await store(aRemoteOrder({ settledCents: 15_000 }));
  await env.DB.prepare("update orders set predicted_fee_cents = 1999 where workspace_id = ?").bind(home.id).run();
  await store(aRemoteOrder({ feeCents: null, settledCents: null, state: "delivered", updatedAtMs: stageStartMs }));
  expect((await stored())[0]).toMatchObject({ state: "delivered", feeCents: 2_000, settledCents: 15_000, predictedFeeCents: 1_999 });
});

test("a line that left the order is gone from it", async () => {
  const { store, stored, ctx } = await aShop();
  const [item] = aRemoteOrder().items;
  if (item === undefined) throw new Error("an order has a line");
  await store(aRemoteOrder({ items: [item, { ...item, title: "Tampa" }] }));
  await store(aRemoteOrder({ updatedAtMs: stageStartMs }));
  const [row] = await stored();
  expect(await ctx.db.count(orderItems, eq(orderItems.orderId, row?.id ?? ""))).toBe(1);
});

test("a shipment that moved without the order's own clock is taken over", async () => {
  const { store, stored } = await aShop();
  const shipment = {
    shipmentRef: "4300",
    status: "ready_to_ship",
    substatus: null,
    logisticType: "cross_docking",
    trackingNumber: null,
    carrier: null,
    sellerCostCents: 1_200,
    shipByMs: stageStartMs,
    shippedAtMs: null,
    deliveredAtMs: null,
    isLate: false,
  };
  await store(aRemoteOrder({ shipment }));
  expect(await store(aRemoteOrder({ shipment: { ...shipment, status: "shipped", trackingNumber: "BR1" } }))).toEqual({ changed: 1 });
  expect((await stored())[0]).toMatchObject({ shipmentStatus: "shipped", shippingCostCents: 1_200 });
});

test("orders of another workspace's channel are refused", async () => {
  const [{ ctx }, other] = [await aShop(), await aWorkspace()];
  await expect(storeOrders(ctx, { channelId: other.shop.channelId, orders: [aRemoteOrder()] })).rejects.toMatchObject({
    code: "not_found",
  });
});
