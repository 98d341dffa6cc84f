import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { aDepot } from "#db/testing/depot.ts";
import { readFulfilment } from "../fulfil/read-fulfilment.server.ts";
import { releaseOrders } from "../fulfil/release-orders.server.ts";
import { settleReleases } from "../fulfil/settle-releases.server.ts";
import { listWaves } from "./list-waves.server.ts";
import { previewRelease } from "./preview-release.server.ts";
import { readWave } from "./read-wave.server.ts";

type Depot = Awaited<ReturnType<typeof aDepot>>;

/** Zone A with three aisles of two shelves, 10 m apart, and goods on the first and the last of them. */
async function aLaidOutDepot() {
  const depot = await aDepot();
  const bins = [0, 10, 20].flatMap((x) =>
    [0, 5].map((y) => ({
      id: `x${x}-y${y}`,
      code: `X${x}-Y${y}`,
      kind: "pick" as const,
      aisle: String(x),
      xMm: x * 1_000,
      yMm: y * 1_000,
      rank: 10 + x + y,
      isBlocked: false,
      capacityUnits: null,
    })),
  );
  await depot.ask(depot.zoneA, { type: "put-bins", bins });
  for (const binId of ["shelf-1", "shelf-2"]) await depot.ask(depot.zoneA, { type: "remove-bin", binId });
  const near = await depot.aProduct();
  const far = await depot.aProduct();
  const corner = await depot.aProduct();
  const goods = [
    [near, "x0-y0"],
    [far, "x20-y5"],
    [corner, "x20-y0"],
  ] as const;
  for (const [{ variantId }, binId] of goods) await depot.ask(depot.zoneA, { type: "receive", sku: variantId, binId, qty: 10 });
  await depot.told();
  return { ...depot, near, far, corner };
}

const picksOf = async ({ home, manager, zoneA }: Depot) =>
  (await manager.ports.zoneRooms.snapshot({ workspaceId: home.id, zoneId: zoneA })).part.tasks.filter(({ kind }) => kind === "pick");

async function fourOrders({ anOrder, near, far, corner }: Awaited<ReturnType<typeof aLaidOutDepot>>) {
  const one = (listingRef: string) => anOrder([{ listingRef, quantity: 1 }]);
  return [await one(far.listingRef), await one(near.listingRef), await one(corner.listingRef), await one(near.listingRef)];
}

test("what is planned before a release is what is walked after it: batches, stops and the order of the walk", async () => {
  const depot = await aLaidOutDepot();
  const { manager, warehouseId } = depot;
  const orderIds = await fourOrders(depot);
  const [far = "", near = "", corner = "", alsoNear = ""] = orderIds;
  const asked = { warehouseId, orderIds, batching: { kind: "orders" as const, most: 2 } };
  const preview = await previewRelease(manager, asked);
  expect(preview.batches.map((batch) => batch.orders.map(({ id }) => id))).toEqual([
    [far, corner],
    [near, alsoNear],
  ]);
  expect(preview.batches.map(({ stops }) => stops)).toEqual([2, 1]);
  expect(preview.metres).toBeLessThan(preview.oneByOneMetres ?? 0);
  expect(preview).toMatchObject({ unplacedZones: [], notFound: [] });
  expect(await manager.db.count(fulfilments, eq(fulfilments.orderId, far))).toBe(0);

  const { waveId } = await releaseOrders(manager, asked);
  await depot.settle();
  const picks = await picksOf(depot);
  expect(picks.map(({ wave }) => wave)).toEqual([waveId, waveId, waveId, waveId]);
  const first = picks.filter(({ batch }) => batch === `${waveId}.1`).toSorted((a, b) => (a.walk ?? 0) - (b.walk ?? 0));
  expect(first.map(({ walk }) => walk)).toEqual([1, 2]);
  expect(new Set(first.map(({ fromBin }) => fromBin))).toEqual(new Set(["x20-y0", "x20-y5"]));

  await depot.ask(depot.zoneA, { type: "claim", taskId: first[0]?.id ?? "" });
  await depot.ask(depot.zoneA, { type: "pick", taskId: first[0]?.id ?? "", qty: 1 });
  await depot.told();
  const wave = await readWave(manager, { id: waveId ?? "" });
  expect(wave).toMatchObject({ number: 2, orders: 4, units: 4, picked: 1, metres: preview.metres, oneByOneMetres: preview.oneByOneMetres });
  expect(wave.batches).toMatchObject([
    { number: 1, units: 2, picked: 1, openPicks: 1, pickers: [depot.home.people.manager.name] },
    { number: 2, units: 2, picked: 0, openPicks: 2, pickers: [] },
  ]);
  // Who took what stays to be read once nothing is left to pick.
  const other = (await picksOf(depot)).find(({ batch }) => batch === `${waveId}.1`);
  await depot.ask(depot.zoneA, { type: "pick", taskId: other?.id ?? "", qty: 1 });
  const [done, open] = (await readWave(manager, { id: waveId ?? "" })).batches;
  expect(done).toMatchObject({ openPicks: 0, pickers: [depot.home.people.manager.name] });
  expect(done?.picks.map(({ qty, bin, by }) => [qty, bin, by])).toEqual(
    [first[0], other].map((task) => [1, task?.fromBin?.toUpperCase(), depot.home.people.manager.name]),
  );
  expect(new Set(done?.picks.map(({ orderRef }) => orderRef))).toEqual(new Set(done?.orders.map(({ orderRef }) => orderRef)));
  expect(open).toMatchObject({ picks: [], pickers: [] });
  const inBatch = await Promise.all((open?.orders ?? []).map(({ id }) => readFulfilment(manager, { id })));
  expect(inBatch.map((one) => [one.waveId, one.batch])).toEqual([1, 2].map(() => [waveId, 2]));
  expect((await listWaves(manager)).data[0]).toMatchObject({ id: waveId, batches: 2, batching: asked.batching });
});

test("one walk an order is planned where nobody asks for more, and its picks are in the order of the walk", async () => {
  const depot = await aLaidOutDepot();
  const { manager, warehouseId, far, near, corner } = depot;
  const lines = [far, near, corner].map(({ listingRef }) => ({ listingRef, quantity: 1 }));
  const orderId = await depot.anOrder(lines);
  const { waveId } = await releaseOrders(manager, { warehouseId, orderIds: [orderId] });
  await depot.settle();
  const picks = (await picksOf(depot)).toSorted((a, b) => (a.walk ?? 0) - (b.walk ?? 0));
  expect(picks.map(({ batch, walk }) => [batch, walk])).toEqual([1, 2, 3].map((walk) => [`${waveId}.1`, walk]));
  // The last aisle is walked in one go, whichever way round.
  expect(["x20-y0", "x20-y5"]).toContain(picks[1]?.fromBin);
});

test("a zone of which nobody knows where its bins lie says so, and is walked in the order of its bins", async () => {
  const depot = await aDepot();
  const { manager, warehouseId } = depot;
  const place = { aisle: "", xMm: 0, yMm: 0, isBlocked: false, capacityUnits: null, kind: "pick" as const };
  const bins = [2, 1].map((rank) => ({ ...place, id: `shelf-${rank}`, code: `S${rank}`, rank }));
  await depot.ask(depot.zoneA, { type: "put-bins", bins });
  const goods = [await depot.aProduct(), await depot.aProduct()];
  for (const [index, { variantId }] of goods.entries())
    await depot.ask(depot.zoneA, { type: "receive", sku: variantId, binId: `shelf-${2 - index}`, qty: 5 });
  await depot.told();
  const orderId = await depot.anOrder(goods.map(({ listingRef }) => ({ listingRef, quantity: 1 })));
  const asked = { warehouseId, orderIds: [orderId], batching: { kind: "orders" as const, most: 5 } };
  expect(await previewRelease(manager, asked)).toMatchObject({ metres: null, unplacedZones: ["Picking 1"] });
  const { waveId } = await releaseOrders(manager, asked);
  await depot.settle();
  const picks = (await picksOf(depot)).toSorted((a, b) => (a.walk ?? 0) - (b.walk ?? 0));
  expect(picks.map(({ fromBin }) => fromBin)).toEqual(["shelf-1", "shelf-2"]);
  expect(await readWave(manager, { id: waveId ?? "" })).toMatchObject({ metres: null, unplacedZones: ["Picking 1"] });
});

test("a crash in the middle of planning, at any call, plans every pick once and gives it its place in the walk", async () => {
  const depot = await aLaidOutDepot();
  const orderIds = await fourOrders(depot);
  await releaseOrders(depot.manager, { warehouseId: depot.warehouseId, orderIds, batching: { kind: "orders", most: 4 } });
  const { zoneRooms } = depot.system.ports;
  for (let dieAfter = 0; dieAfter < 9; dieAfter += 1) {
    let calls = 0;
    const command: typeof zoneRooms.command = async (...asked) => {
      const answer = await zoneRooms.command(...asked);
      if (calls === dieAfter) throw new Error("killed");
      calls += 1;
      return answer;
    };
    await settleReleases({ ...depot.system, ports: { ...depot.system.ports, zoneRooms: { ...zoneRooms, command } } }).catch(
      () => undefined,
    );
  }
  await depot.settle();
  expect((await picksOf(depot)).map(({ walk }) => walk ?? 0).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  for (const orderId of orderIds) expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking" });
});

test("goods that lie elsewhere are named before the release, and so are orders of unknown size", async () => {
  const depot = await aLaidOutDepot();
  const { listingRef } = await depot.aProduct();
  const [missing, there] = [await depot.anOrder([{ listingRef, quantity: 1 }]), await depot.anOrder([{ ...depot.near, quantity: 1 }])];
  const preview = await previewRelease(depot.manager, {
    warehouseId: depot.warehouseId,
    orderIds: [missing, there],
    batching: { kind: "litres", most: 20 },
  });
  expect(preview.notFound).toMatchObject([{ id: missing }]);
  expect(preview.unmeasured).toHaveLength(2);
});
