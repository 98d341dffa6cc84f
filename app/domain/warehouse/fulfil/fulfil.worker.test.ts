import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { allocations, fulfilments } from "#db/schema/fulfilment.ts";
import { aDepot } from "#db/testing/depot.ts";
import { checkZoneBooks } from "../check-zone.server.ts";
import { readAvailability } from "../read-availability.server.ts";
import { giveBackOrder } from "./give-back-order.server.ts";
import { packOrder } from "./pack-order.server.ts";
import { releaseOrders } from "./release-orders.server.ts";
import { settleReleases } from "./settle-releases.server.ts";
import { retryRelease } from "./retry-release.server.ts";
import { shipOrder } from "./ship-order.server.ts";

type Depot = Awaited<ReturnType<typeof aDepot>>;

async function availableOf({ manager }: Depot, sku: string): Promise<number | undefined> {
  return (await readAvailability(manager, [sku])).get(sku)?.available;
}

async function expectSoundBooks({ manager, zoneA, zoneB }: Depot): Promise<void> {
  for (const id of [zoneA, zoneB]) expect(await checkZoneBooks(manager, { id })).toMatchObject({ drift: [] });
}

const release = ({ manager, warehouseId }: Depot, ...orderIds: string[]) => releaseOrders(manager, { warehouseId, orderIds });

test("an order is promised when it arrives, set aside when it is released, picked, packed and shipped, and sold once", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 10);
  expect(await availableOf(depot, variantId)).toBe(10);
  const orderId = await depot.anOrder([{ listingRef, quantity: 3 }]);
  expect(await availableOf(depot, variantId)).toBe(7);
  expect(await release(depot, orderId)).toMatchObject({ number: 2, released: 1, skipped: [] });
  expect(await availableOf(depot, variantId)).toBe(7);
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking", problem: null });
  await depot.pickAll(depot.zoneA);
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picked" });
  const { id } = await depot.fulfilmentOf(orderId);
  const picker = depot.stage.as(depot.home, { role: "picker" });
  await expect(shipOrder(picker, { id })).rejects.toMatchObject({ reason: "notPackedYet" });
  await packOrder(picker, { id, weightGrams: 900 });
  expect(await availableOf(depot, variantId)).toBe(7);
  await shipOrder(picker, { id, trackingCode: "BR123" });
  expect(await availableOf(depot, variantId)).toBe(7);
  await depot.told();
  expect(await availableOf(depot, variantId)).toBe(7);
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "shipped", trackingCode: "BR123", telling: "due" });
  expect(await depot.statesOf(orderId)).toEqual(["shipped"]);
  await expect(shipOrder(picker, { id })).rejects.toMatchObject({ reason: "shippedBefore" });
  await expectSoundBooks(depot);
});

test("who was promised first is served first, whatever the order of the release; who has to wait keeps the place", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 5);
  const first = await depot.anOrder([{ listingRef, quantity: 4 }]);
  const second = await depot.anOrder([{ listingRef, quantity: 4 }]);
  expect(await availableOf(depot, variantId)).toBe(0);
  await release(depot, second, first);
  await depot.settle();
  expect(await depot.fulfilmentOf(first)).toMatchObject({ state: "picking" });
  expect(await depot.fulfilmentOf(second)).toMatchObject({ state: "cancelled", problem: "short" });
  expect(await depot.statesOf(second)).toEqual(["waiting"]);
  await depot.receive(depot.zoneB, variantId, 3);
  const third = await depot.anOrder([{ listingRef, quantity: 1 }]);
  await release(depot, third, second);
  await depot.settle();
  expect(await depot.fulfilmentOf(second)).toMatchObject({ state: "picking" });
  expect(await depot.fulfilmentOf(third)).toMatchObject({ state: "cancelled", problem: "short" });
  await expectSoundBooks(depot);
});

test("an order that one zone cannot serve is picked in two, and is complete when both have it", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 3);
  await depot.receive(depot.zoneB, variantId, 2);
  const orderId = await depot.anOrder([{ listingRef, quantity: 5 }]);
  await release(depot, orderId);
  await depot.settle();
  await depot.pickAll(depot.zoneA);
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking" });
  await depot.pickAll(depot.zoneB);
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picked" });
});

test("what a zone cannot find is looked for in the others; where nobody has it, the order waits again", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 4);
  await depot.receive(depot.zoneB, variantId, 3);
  const orderId = await depot.anOrder([{ listingRef, quantity: 3 }]);
  await release(depot, orderId);
  await depot.settle();
  await depot.pickAll(depot.zoneA, "none-there");
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "releasing" });
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking", problem: null });
  await depot.pickAll(depot.zoneB, "none-there");
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "cancelled", problem: "short" });
  expect(await depot.statesOf(orderId)).toEqual(["waiting"]);
  await expectSoundBooks(depot);
});

test.each(["releasing", "picking", "picked", "packed"] as const)(
  "an order that the buyer calls off while it is %s gives its goods back",
  async (until) => {
    const depot = await aDepot();
    const { variantId, listingRef } = await depot.aProduct();
    await depot.receive(depot.zoneA, variantId, 10);
    const orderId = await depot.anOrder([{ listingRef, quantity: 3 }]);
    await release(depot, orderId);
    if (until !== "releasing") await depot.settle();
    if (until === "picked" || until === "packed") await depot.pickAll(depot.zoneA);
    if (until === "packed") await packOrder(depot.manager, { id: (await depot.fulfilmentOf(orderId)).id });
    expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: until });
    await depot.setOrder(orderId, "cancelled");
    await depot.told();
    expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "cancelled", problem: "cancelled-by-buyer" });
    expect(await depot.statesOf(orderId)).toEqual(["cancelled"]);
    expect(await availableOf(depot, variantId)).toBe(10);
    await expectSoundBooks(depot);
  },
);

test("a crash in the middle of setting goods aside, at any call, sets them aside once", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 3);
  await depot.receive(depot.zoneB, variantId, 3);
  const orderId = await depot.anOrder([{ listingRef, quantity: 5 }]);
  await release(depot, orderId);
  const { zoneRooms } = depot.system.ports;
  for (const dieAfter of [0, 1, 2, 3]) {
    let calls = 0;
    const command: typeof zoneRooms.command = async (...asked) => {
      const answer = await zoneRooms.command(...asked);
      if (calls === dieAfter) throw new Error("killed");
      calls += 1;
      return answer;
    };
    const dying = { ...depot.system, ports: { ...depot.system.ports, zoneRooms: { ...zoneRooms, command } } };
    await settleReleases(dying).catch(() => undefined);
  }
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking" });
  await depot.pickAll(depot.zoneA);
  await depot.pickAll(depot.zoneB);
  const rows = await depot.manager.db.all(allocations, { where: eq(allocations.sku, variantId) });
  expect(rows.reduce((sum, { pickedQty }) => sum + pickedQty, 0)).toBe(5);
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picked" });
  expect(await availableOf(depot, variantId)).toBe(1);
  await expectSoundBooks(depot);
});

test("of two people who release the same order, one does", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 10);
  const orderId = await depot.anOrder([{ listingRef, quantity: 1 }]);
  const results = await Promise.allSettled([release(depot, orderId), release(depot, orderId)]);
  const released = results.map((result) => (result.status === "fulfilled" ? result.value.released : 0));
  expect(released.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await depot.manager.db.count(fulfilments, eq(fulfilments.orderId, orderId))).toBe(1);
  expect(await release(depot, orderId)).toMatchObject({ released: 0, skipped: [{ orderId, reason: "nothing-owed" }] });
});

test("an order taken back from the floor is free for another, and is released anew", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 2);
  const orderId = await depot.anOrder([{ listingRef, quantity: 2 }]);
  await release(depot, orderId);
  await depot.settle();
  await giveBackOrder(depot.manager, { id: (await depot.fulfilmentOf(orderId)).id });
  await depot.told();
  expect(await depot.statesOf(orderId)).toEqual(["waiting"]);
  await release(depot, orderId);
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking" });
  await expectSoundBooks(depot);
});

test("what a zone set aside after its order was given back is free again", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 5);
  const orderId = await depot.anOrder([{ listingRef, quantity: 2 }]);
  await release(depot, orderId);
  await depot.settle();
  await depot.setOrder(orderId, "cancelled");
  await depot.told();
  const [allocation] = await depot.manager.db.all(allocations, { where: eq(allocations.sku, variantId) });
  // As if the zone had been asked a moment too late.
  await depot.ask(depot.zoneA, { type: "reserve", demandLine: allocation?.id ?? "", sku: variantId, qty: 2, rank: 1 });
  await depot.told();
  await depot.told();
  expect(await availableOf(depot, variantId)).toBe(5);
  await expectSoundBooks(depot);
});

test("an order is not released before it is paid, and not without knowing what it is", async () => {
  const depot = await aDepot();
  const { listingRef } = await depot.aProduct();
  const held = await depot.anOrder([{ listingRef, quantity: 1 }], "held");
  const unknown = await depot.anOrder([{ listingRef: "MLB404", quantity: 1 }]);
  const { released, skipped } = await release(depot, held, unknown);
  expect(released).toBe(0);
  expect(new Set(skipped.map(({ orderId, reason }) => `${orderId} ${reason}`))).toEqual(
    new Set([`${held} not-ready`, `${unknown} unknown-product`]),
  );
});

test("a zone without a place to bring goods together is said, and done once it has one", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.ask(depot.zoneA, { type: "remove-bin", binId: "table" });
  await depot.receive(depot.zoneA, variantId, 2);
  const orderId = await depot.anOrder([{ listingRef, quantity: 2 }]);
  await release(depot, orderId);
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "releasing", problem: "no-staging" });
  await depot.giveTable(depot.zoneA);
  await retryRelease(depot.manager, { id: (await depot.fulfilmentOf(orderId)).id });
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking", problem: null });
  const { id } = await depot.fulfilmentOf(orderId);
  await expect(retryRelease(depot.manager, { id })).rejects.toMatchObject({ reason: "nothingToRetry" });
});
