import { expect, test } from "vitest";
import { aDepot } from "#db/testing/depot.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { releaseOrders } from "./fulfil/release-orders.server.ts";
import { listShortPicks } from "./list-short-picks.server.ts";

const hourMs = 3_600_000;
/** Zones go by the machine's clock. */
const lately = () => ({ fromMs: Date.now() - hourMs, untilMs: Date.now() + hourMs });

/** Two zones, and in each a pick of three that waits for somebody. */
async function aFloor() {
  const depot = await aDepot();
  const { manager, zoneA, zoneB, warehouseId } = depot;
  const goods = { [zoneA]: await depot.aProduct(), [zoneB]: await depot.aProduct() };
  const orderIds: string[] = [];
  for (const [zoneId, { variantId, listingRef }] of Object.entries(goods)) {
    await depot.receive(zoneId, variantId, 3);
    orderIds.push(await depot.anOrder([{ listingRef, quantity: 3 }]));
  }
  await releaseOrders(manager, { warehouseId, orderIds });
  await depot.settle();
  const pick = async (zoneId: string, qty: number) => {
    const { part } = await manager.ports.zoneRooms.snapshot({ workspaceId: depot.home.id, zoneId });
    const taskId = part.tasks.find(({ kind }) => kind === "pick")?.id ?? "";
    await depot.ask(zoneId, { type: "pick", taskId, qty, short: qty < 3 ? "none-there" : null, serials: [] });
    return taskId;
  };
  return { ...depot, pick, skuOf: (zoneId: string) => goods[zoneId]?.variantId };
}

test("a pick that ended with less than was asked for is told with its zone, bin and product; a whole one is not", async () => {
  const { manager, zoneA, zoneB, pick, skuOf } = await aFloor();
  const taskId = await pick(zoneA, 1);
  await pick(zoneB, 3);
  expect(await listShortPicks(manager, lately())).toEqual([
    {
      taskId,
      atMs: expect.any(Number) as unknown,
      binId: "shelf-1",
      bin: "SHELF-1",
      product: skuOf(zoneA),
      asked: 3,
      picked: 1,
      zone: { id: zoneA, name: "Picking 1" },
    },
  ]);
  expect(await listShortPicks(manager, { fromMs: Date.now() - 2 * hourMs, untilMs: Date.now() - hourMs })).toEqual([]);
});

test("those of all zones come in one list, the newest first, and only those of the own workspace", async () => {
  const { manager, stage, zoneA, zoneB, pick } = await aFloor();
  await pick(zoneB, 0);
  await pick(zoneA, 2);
  const all = await listShortPicks(manager, lately());
  expect(all.map(({ picked }) => picked).toSorted((one, other) => one - other)).toEqual([0, 2]);
  expect(all.map(({ atMs }) => atMs)).toEqual(all.map(({ atMs }) => atMs).toSorted((one, other) => other - one));
  const { metrics } = manager.ports.zoneRooms;
  // A second apart, which two picks of a test are not.
  const apart: typeof metrics = async (zone, period) => {
    const told = await metrics(zone, period);
    return { ...told, shortPicks: told.shortPicks.map((one) => ({ ...one, atMs: zone.zoneId === zoneA ? 1_000 : 2_000 })) };
  };
  const zoneRooms = { ...manager.ports.zoneRooms, metrics: apart };
  const ordered = await listShortPicks({ ...manager, ports: { ...manager.ports, zoneRooms } }, lately());
  expect(ordered.map(({ zone }) => zone.id)).toEqual([zoneB, zoneA]);
  expect(await listShortPicks(stage.as(await aWorkspace(), { role: "manager" }), lately())).toEqual([]);
});

test("a zone that does not answer is left out, and the others are told", async () => {
  const { manager, zoneA, zoneB, pick } = await aFloor();
  await pick(zoneA, 0);
  await pick(zoneB, 0);
  const { metrics } = manager.ports.zoneRooms;
  const broken: typeof metrics = (zone, period) =>
    zone.zoneId === zoneA ? Promise.reject(new Error("the room is gone")) : metrics(zone, period);
  const ctx = { ...manager, ports: { ...manager.ports, zoneRooms: { ...manager.ports.zoneRooms, metrics: broken } } };
  expect((await listShortPicks(ctx, lately())).map(({ zone }) => zone.id)).toEqual([zoneB]);
});
