import { env } from "cloudflare:workers";
import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { authenticateDevice } from "#app/domain/floor/authenticate-device.server.ts";
import { createPairing } from "#app/domain/floor/create-pairing.server.ts";
import { lockDevice } from "#app/domain/floor/lock-device.server.ts";
import { pairDevice } from "#app/domain/floor/pair-device.server.ts";
import { sendFloorCommands } from "#app/domain/floor/send-floor-commands.server.ts";
import { setPin } from "#app/domain/floor/set-pin.server.ts";
import { unlockDevice } from "#app/domain/floor/unlock-device.server.ts";
import { askZone } from "#app/domain/warehouse/ask-zone.server.ts";
import { createWarehouse } from "#app/domain/warehouse/create-warehouse.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import { opening } from "#app/domain/warehouse/ledger/testing/zone-commands.ts";
import { testIds } from "#db/testing/basics.ts";
import { askForRoom } from "#db/testing/live-socket.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace } from "#db/testing/world.ts";
import { openZoneSocket } from "#db/testing/zone-socket.ts";
import { closeCodes, encode, roomName } from "./protocol.ts";

const pin = "246810";

async function aTabletAtAZone() {
  const home = await aWorkspace();
  const stage = createStage();
  // The Worker's front door goes by the real time.
  stage.clock.advance(Date.now() - stage.clock.now());
  const manager = stage.as(home, { role: "manager" });
  const { id: warehouseId } = await createWarehouse(manager, { code: "CD2", name: "Depósito" });
  const { id: zoneId } = await createZone(manager, { warehouseId, code: "A", name: "Zona A" });
  for (const command of opening) await askZone(manager, zoneId, { id: testIds.next("cmd"), command });
  await setPin(stage.as(home, { role: "picker" }), { pin });
  const { code } = await createPairing(manager, { warehouseId, name: "Tablet 1" });
  const { key } = await pairDevice(stage.visitor, { code });
  async function ctx() {
    const known = await authenticateDevice(stage.deps.orm, key, stage.clock.now());
    if (known === undefined) throw new Error("the tablet is not known");
    return stage.visitor.enter(home.id, known.actor);
  }
  const unlock = async () => unlockDevice(await ctx(), { way: "pin", userId: home.people.picker.id, pin });
  return { home, manager, zoneId, room: roomName(home.id, zoneId), cookie: `entrepot_tablet=${key}`, ctx, unlock };
}

test("a tablet follows its zone and never hears how much the books expect anywhere", async () => {
  const { manager, zoneId, room, cookie, unlock } = await aTabletAtAZone();
  await unlock();
  const socket = await openZoneSocket(room, cookie);
  socket.hello();
  const { part } = await socket.until("snapshot");
  expect(part.bins.length).toBeGreaterThan(0);
  const { seq } = await askZone(manager, zoneId, { id: "in", command: { type: "receive", sku: "plain", binId: "b1", qty: 7_313 } });
  const { bins } = await socket.reach(seq);
  expect([...bins.values()].flatMap(({ lines }) => lines)).toEqual([]);
  expect(JSON.stringify(socket.frames)).not.toContain("7313");
  socket.hello({ epoch: (await socket.until("snapshot")).cursor.epoch, seq: seq - 1 });
  await socket.until("delta", ({ fromSeq }) => fromSeq === seq - 1);
  expect(JSON.stringify(socket.frames)).not.toContain("7313");
  socket.send(encode({ type: "command", envelope: { id: "c1", command: { type: "sweep" } } }));
  expect(await socket.until("error")).toMatchObject({ code: "follow-only" });
  socket.close();
});

test("a tablet that nobody holds, and one of another warehouse, are turned away", async () => {
  const { home, manager, room, cookie, unlock } = await aTabletAtAZone();
  expect((await askForRoom(`warehouse-zone/${room}`, { upgrade: "websocket", cookie })).status).toBe(401);
  await unlock();
  const elsewhere = await createWarehouse(manager, { code: "CD3", name: "Outro" });
  const other = await createZone(manager, { warehouseId: elsewhere.id, code: "A", name: "Zona A" });
  const foreign = [`warehouse-zone/${roomName(home.id, other.id)}`, `workspace-live/${home.id}`];
  for (const path of foreign) expect((await askForRoom(path, { upgrade: "websocket", cookie })).status, path).toBe(403);
});

test("what is moved on a tablet is booked with the person and the tablet", async () => {
  const { home, zoneId, room, ctx, unlock } = await aTabletAtAZone();
  const { shiftId } = await unlock();
  const tablet = await ctx();
  const command = { type: "receive", sku: "plain", binId: "b1", qty: 2 };
  const [reply] = await sendFloorCommands(tablet, { zoneId, entries: [{ shiftId, envelope: { id: "c1", command } }] });
  expect(reply?.kind).toBe("applied");
  const last = await runInDurableObject(env.WAREHOUSE_ZONE.getByName(room), (_room, { storage }) =>
    storage.sql.exec("select actor_id, device from movements order by id desc limit 1").one(),
  );
  expect(last).toEqual({ actor_id: home.people.picker.id, device: tablet.stamp.deviceId });
});

test("a tablet that was put down loses its line", async () => {
  const { room, cookie, ctx, unlock } = await aTabletAtAZone();
  await unlock();
  const socket = await openZoneSocket(room, cookie);
  socket.hello();
  await socket.until("snapshot");
  await lockDevice(await ctx());
  await runDurableObjectAlarm(env.WAREHOUSE_ZONE.getByName(room));
  expect(await socket.until("ended")).toMatchObject({ reason: "revoked" });
  expect(await socket.closed).toBe(closeCodes.ended);
});
