import { runInDurableObject, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { roomName } from "#party/warehouse-zone/protocol.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { checkHealth } from "#app/worker/health.server.ts";
import { notifications } from "#db/schema/notifications.ts";
import { alerts, floorSamples } from "#db/schema/floor-watch.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { createStage } from "#db/testing/stage.ts";
import { testIds } from "#db/testing/basics.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { removeWhere, updateWhere } from "#db/writes.ts";
import { notifyMembers } from "../notifications/notify-members.server.ts";
import { acknowledgeAlert } from "./acknowledge-alert.server.ts";
import { commandZone } from "./command-zone.server.ts";
import type { CommandInput } from "./ledger/commands.ts";
import { opening } from "./ledger/testing/zone-commands.ts";
import { listAlerts } from "./list-alerts.server.ts";
import { listZoneChecks } from "./list-zone-checks.server.ts";
import { resolveAlert } from "./resolve-alert.server.ts";
import { watchZones, zonesToWatch } from "./watch-zones.server.ts";

const minute = 60_000;

async function aWatchedZone() {
  const home = await aWorkspace();
  // Rooms have clocks of their own: this one is never behind them.
  const stage = createStage({ clock: createFakeClock(Date.now() + minute) });
  const manager = stage.as(home, { role: "manager" });
  const cron = stage.as(home, { system: "watch-zones" });
  const { zoneId } = home.shop;
  await writeRows(home.id, removeWhere(alerts, eq(alerts.id, home.shop.alertId)));
  const handle = env.WAREHOUSE_ZONE.getByName(roomName(home.id, zoneId));
  const ask = (command: CommandInput) => commandZone(manager, { zoneId, envelope: { id: testIds.next("cmd"), command } });
  for (const command of opening) await ask(command);
  await ask({ type: "receive", sku: "plain", binId: "b1", qty: 5 });
  await runDurableObjectAlarm(handle);
  const watch = (ctx = cron) => watchZones(ctx, [{ id: zoneId, name: "Zona A" }]);
  const breakBooks = (qty: number) =>
    runInDurableObject(handle, (_room, { storage }) => {
      storage.sql.exec("update lines set qty = ? where account = 'bin:b1' and sku = 'plain'", qty);
    });
  const openOnes = async () => (await listAlerts(manager)).data;
  return { home, stage, manager, cron, zoneId, handle, ask, watch, breakBooks, openOnes };
}

test("a zone in order is written down as such, with what it did, and opens nothing", async () => {
  const { manager, watch, openOnes, zoneId } = await aWatchedZone();
  await watch();
  expect(await listZoneChecks(manager)).toMatchObject([{ zoneId, drift: 0, isCompared: true, differences: [] }]);
  expect(await openOnes()).toEqual([]);
  const samples = await manager.db.all(floorSamples);
  expect(samples).toHaveLength(2);
  expect(samples.reduce((sum, one) => sum + one.movements, 0)).toBe(1);
  await watch();
  expect(await manager.db.count(floorSamples)).toBe(2);
});

test("books that do not add up open one alert, tell managers of it, and close it once they do for a while", async () => {
  const { home, stage, manager, watch, breakBooks, openOnes } = await aWatchedZone();
  await breakBooks(7);
  await watch();
  await watch();
  const [alert, ...others] = await openOnes();
  expect(others).toEqual([]);
  expect(alert).toMatchObject({ kind: "drift", severity: "wrong", zone: { name: "Zona A" } });
  const [check] = await listZoneChecks(manager);
  expect(check?.differences.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["not-the-ledger", "not-as-told"]));
  const opened = stage.committed.filter(({ event }) => event.type === "alert.opened");
  expect(opened).toHaveLength(1);
  for (const { id, event } of [...opened, ...opened]) await notifyMembers(stage.as(home, { system: "events" }), id, event);
  const told = await manager.db.all(notifications, { where: eq(notifications.kind, "floor-alert") });
  const { owner, admin } = home.people;
  expect(told.map(({ userId }) => userId).toSorted()).toEqual([owner.id, admin.id, home.people.manager.id].toSorted());
  await breakBooks(5);
  stage.clock.advance(5 * minute);
  await watch();
  expect(await openOnes()).toHaveLength(1);
  stage.clock.advance(15 * minute);
  await watch();
  expect(await openOnes()).toEqual([]);
  expect((await listAlerts(manager, { state: "resolved" })).data).toMatchObject([{ id: alert?.id, resolvedBy: null }]);
});

test("what others were told is compared only while nothing is untold", async () => {
  const { home, manager, watch, ask, handle } = await aWatchedZone();
  const lie = updateWhere(zoneStock, eq(zoneStock.sku, "plain"), { onHand: 4 });
  await ask({ type: "receive", sku: "lotted", lot: "L1", binId: "b1", qty: 1 });
  await writeRows(home.id, lie);
  await watch();
  expect(await listZoneChecks(manager)).toMatchObject([{ drift: 0, isCompared: false }]);
  await runDurableObjectAlarm(handle);
  await watch();
  expect(await listZoneChecks(manager)).toMatchObject([
    { drift: 1, isCompared: true, differences: [{ kind: "not-as-told", what: "plain", expected: "5/0/0/0/0", found: "4/0/0/0/0" }] },
  ]);
});

test("a zone that does not answer is an alert, and ends none of its others", async () => {
  const { stage, cron, watch, breakBooks, openOnes } = await aWatchedZone();
  await breakBooks(7);
  await watch();
  const deaf = { ...cron.ports.zoneRooms, metrics: () => Promise.reject(new Error("gone")) };
  stage.clock.advance(60 * minute);
  await watch({ ...cron, ports: { ...cron.ports, zoneRooms: deaf } });
  expect((await openOnes()).map(({ kind }) => kind).toSorted()).toEqual(["drift", "zone-silent"]);
});

test("taking an alert on and ending it are kept with the name, once, and an ended one stays quiet", async () => {
  const { stage, manager, watch, breakBooks, openOnes } = await aWatchedZone();
  await breakBooks(7);
  await watch();
  const id = (await openOnes())[0]?.id ?? "";
  await acknowledgeAlert(manager, { id });
  await acknowledgeAlert(manager, { id });
  expect(await openOnes()).toMatchObject([{ acknowledgedBy: "Ana manager" }]);
  await resolveAlert(manager, { id });
  await expect(resolveAlert(manager, { id })).rejects.toMatchObject({ code: "conflict", reason: "alertOver" });
  await watch();
  expect(await openOnes()).toEqual([]);
  stage.clock.advance(61 * minute);
  await watch();
  expect(await openOnes()).toHaveLength(1);
});

test("a zone has its turn again after a while, a bounded number at a time, and health tells how many do not add up", async () => {
  const { home, stage, breakBooks, zoneId, cron } = await aWatchedZone();
  await breakBooks(7);
  const turn = async () => (await zonesToWatch(stage.deps.orm, stage.clock.now(), 10_000)).get(home.id) ?? [];
  const [zone, ...others] = await turn();
  expect(zone).toMatchObject({ id: zoneId, name: "Zona A" });
  expect(others).toEqual([]);
  expect([...(await zonesToWatch(stage.deps.orm, stage.clock.now(), 1)).values()].flat()).toHaveLength(1);
  const before = await checkHealth(stage.deps);
  await watchZones(cron, await turn());
  const after = await checkHealth(stage.deps);
  expect(after.floor.driftingZones).toBe(before.floor.driftingZones + 1);
  expect(await turn()).toEqual([]);
  stage.clock.advance(6 * minute);
  expect(await turn()).toMatchObject([{ id: zoneId }]);
});
