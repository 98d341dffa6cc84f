import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { workspaces } from "#db/schema/accounts.ts";
import { fulfilments, waves } from "#db/schema/fulfilment.ts";
import { aDepot } from "#db/testing/depot.ts";
import { writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { listReleaseRules } from "./list-release-rules.server.ts";
import { lookAtRule } from "./look-at-rule.server.ts";
import { releaseDueWaves, workspacesWithReleaseRules } from "./release-due-waves.server.ts";
import { saveReleaseRule } from "./save-release-rule.server.ts";

type Depot = Awaited<ReturnType<typeof aDepot>>;
type Rule = Omit<Parameters<typeof saveReleaseRule>[1], "warehouseId" | "version" | "isActive">;

const save = ({ manager, warehouseId }: Depot, rule: Rule, version = 0) =>
  saveReleaseRule(manager, { warehouseId, version, isActive: true, ...rule });
/** Of the depot's own orders. */
const wavesOf = async ({ manager }: Depot) => (await manager.db.all(waves, { where: eq(waves.createdBy, "floor") })).length;

/** A depot with goods for `units` orders of one unit each. */
async function aBusyDepot(units: number) {
  const depot = await aDepot();
  const { listingRef, variantId } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, units);
  return { ...depot, variantId, order: () => depot.anOrder([{ listingRef, quantity: 1 }]) };
}

test("orders are released every so many minutes, and looking twice at the same moment releases them once", async () => {
  const depot = await aBusyDepot(5);
  await save(depot, { everyMinutes: 30, batching: { kind: "orders", most: 4 } });
  const [first, second] = [await depot.order(), await depot.order()];
  expect(await lookAtRule(depot.manager, { warehouseId: depot.warehouseId })).toMatchObject({
    isDue: true,
    reason: "interval",
    waiting: 2,
    orders: [{ id: first }, { id: second }],
    preview: { batches: [{ orders: [{ id: first }, { id: second }] }] },
  });
  expect(await depot.manager.db.count(fulfilments, eq(fulfilments.orderId, first))).toBe(0);
  const both = await Promise.all([releaseDueWaves(depot.system), releaseDueWaves(depot.system)]);
  expect(both.reduce((sum, { orders }) => sum + orders, 0)).toBe(2);
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 0, orders: 0 });
  await depot.settle();
  for (const id of [first, second]) expect(await depot.fulfilmentOf(id)).toMatchObject({ state: "picking" });
  const third = await depot.order();
  depot.stage.clock.advance(29 * 60_000);
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 0, orders: 0 });
  depot.stage.clock.advance(60_000);
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 1, orders: 1 });
  expect(await depot.fulfilmentOf(third)).toMatchObject({ state: "releasing" });
  expect(await wavesOf(depot)).toBe(2);
});

test("orders are released as soon as enough of them can go, of the channels that are named", async () => {
  const depot = await aBusyDepot(5);
  await save(depot, { whenWaiting: 2, channelIds: [depot.channelId] });
  await depot.order();
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 0, orders: 0 });
  await depot.order();
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 1, orders: 2 });
  await expect(save(depot, { channelIds: ["chn_nobody"] }, 1)).rejects.toMatchObject({ fields: { channelIds: "channelNotFound" } });
});

test("orders that what lies in the warehouse does not serve are left out, and what came back is not tried at once", async () => {
  const depot = await aBusyDepot(1);
  await save(depot, { everyMinutes: 1 });
  const first = await depot.order();
  await depot.order();
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 1, orders: 1 });
  await depot.settle();
  await depot.pickAll(depot.zoneA, "none-there");
  await depot.settle();
  expect(await depot.fulfilmentOf(first)).toMatchObject({ state: "cancelled", problem: "short" });
  await depot.receive(depot.zoneB, depot.variantId, 1);
  depot.stage.clock.advance(60_000);
  // There is one unit again, and the order that just came back does not take it.
  expect(await lookAtRule(depot.manager, { warehouseId: depot.warehouseId })).toMatchObject({ waiting: 1 });
  depot.stage.clock.advance(31 * 60_000);
  const { orders } = await lookAtRule(depot.manager, { warehouseId: depot.warehouseId });
  expect(orders.map(({ id }) => id)).toEqual([first]);
});

test("before the carrier comes orders go by the clock of the workspace, once", async () => {
  const depot = await aBusyDepot(5);
  await writeRows(depot.home.id, updateWhere(workspaces, eq(workspaces.id, depot.home.id), { timeZone: "America/Sao_Paulo" }));
  const days = [1, 2, 3, 4, 5, 6, 7];
  const soon = new Date(depot.stage.clock.now() - 3 * 3_600_000 + 20 * 60_000).toISOString().slice(11, 16);
  await save(depot, { cutOffs: [{ days, time: soon }], leadMinutes: 15 });
  await depot.order();
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 0, orders: 0 });
  depot.stage.clock.advance(6 * 60_000);
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 1, orders: 1 });
  await depot.order();
  depot.stage.clock.advance(60_000);
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 0, orders: 0 });
});

test("a crash after the wave is written releases nothing twice, and the goods are set aside all the same", async () => {
  const depot = await aBusyDepot(3);
  await save(depot, { whenWaiting: 1 });
  const orderId = await depot.order();
  const dying = {
    ...depot.system,
    onCommitted: () => {
      throw new Error("killed");
    },
  };
  await releaseDueWaves(dying).catch(() => undefined);
  depot.stage.clock.advance(60_000);
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 0, orders: 0 });
  await depot.settle();
  expect(await depot.fulfilmentOf(orderId)).toMatchObject({ state: "picking" });
  expect(await depot.manager.db.count(fulfilments, eq(fulfilments.orderId, orderId))).toBe(1);
});

test("a rule that is off or was changed by somebody else meanwhile does nothing", async () => {
  const depot = await aBusyDepot(3);
  await save(depot, { whenWaiting: 1 });
  expect(await workspacesWithReleaseRules(depot.stage.deps.orm)).toContain(depot.home.id);
  await expect(save(depot, { whenWaiting: 2 })).rejects.toMatchObject({ reason: "changedMeanwhile" });
  await saveReleaseRule(depot.manager, { warehouseId: depot.warehouseId, version: 1, isActive: false, whenWaiting: 1 });
  await depot.order();
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 0, orders: 0 });
  expect(await workspacesWithReleaseRules(depot.stage.deps.orm)).not.toContain(depot.home.id);
  expect((await listReleaseRules(depot.manager)).data).toMatchObject([
    { isActive: false, whenWaiting: 1, lastReleasedAt: null, version: 2 },
  ]);
});

test("a release between reading and writing refuses nobody", async () => {
  const depot = await aBusyDepot(3);
  await save(depot, { whenWaiting: 1 });
  await depot.order();
  const { db } = depot.manager;
  let released = 0;
  const all: typeof db.all = async (...asked) => {
    if (released === 0) released = (await releaseDueWaves(depot.system)).waves;
    return db.all(...asked);
  };
  const beside = { ...depot.manager, db: { ...db, all } };
  const saved = await saveReleaseRule(beside, { warehouseId: depot.warehouseId, version: 1, isActive: true, whenWaiting: 3 });
  expect({ released, ...saved }).toMatchObject({ released: 1, version: 2 });
  expect((await listReleaseRules(depot.manager)).data).toMatchObject([{ whenWaiting: 3, lastReleasedAt: depot.stage.clock.now() }]);
});

test("what was read before a release can still be saved after it, and what another person saved cannot be written over", async () => {
  const depot = await aBusyDepot(3);
  await save(depot, { whenWaiting: 1 });
  await depot.order();
  expect(await releaseDueWaves(depot.system)).toEqual({ waves: 1, orders: 1 });
  expect((await listReleaseRules(depot.manager)).data).toMatchObject([{ lastReleasedAt: depot.stage.clock.now(), version: 1 }]);
  expect(await save(depot, { whenWaiting: 3 }, 1)).toMatchObject({ version: 2 });
  await expect(save(depot, { whenWaiting: 2 }, 1)).rejects.toMatchObject({ reason: "changedMeanwhile" });
});
