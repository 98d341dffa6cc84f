import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Role } from "#app/domain/accounts/permissions.ts";
import { checkZoneBooks } from "#app/domain/warehouse/check-zone.server.ts";
import { commandZone } from "#app/domain/warehouse/command-zone.server.ts";
import { createWarehouse } from "#app/domain/warehouse/create-warehouse.server.ts";
import { createZone } from "#app/domain/warehouse/create-zone.server.ts";
import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import { aFloor, floorOn, people } from "#app/domain/warehouse/ledger/testing/drive-zone.ts";
import { anyDraft, opening } from "#app/domain/warehouse/ledger/testing/zone-commands.ts";
import { sessions, users } from "#db/schema/accounts.ts";
import { zoneStock } from "#db/schema/warehouse.ts";
import { testIds } from "#db/testing/basics.ts";
import { askForRoom } from "#db/testing/live-socket.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { openZoneSocket } from "#db/testing/zone-socket.ts";
import { updateWhere } from "#db/writes.ts";
import { encode, roomName } from "./protocol.ts";
import { fingerprint } from "./state.ts";
import { openZoneStore } from "./storage.server.ts";
import { makeTables } from "./storage-tables.server.ts";

async function aZone() {
  const home = await aWorkspace();
  const stage = createStage();
  const manager = stage.as(home, { role: "manager" });
  const { id: warehouseId } = await createWarehouse(manager, { code: "CD2", name: "Depósito" });
  const { id: zoneId } = await createZone(manager, { warehouseId, code: "A", name: "Zona A" });
  const room = roomName(home.id, zoneId);
  const handle = env.WAREHOUSE_ZONE.getByName(room);
  const ask = (command: CommandInput, role: Role = "manager", id: string = testIds.next("cmd")) =>
    commandZone(stage.as(home, { role }), { zoneId, envelope: { id, command } });
  for (const command of opening) await ask(command);
  return { home, stage, manager, zoneId, room, handle, ask, open: (role: Role) => openZoneSocket(room, home.people[role].cookie) };
}

const receive = (qty: number, binId = "b1"): CommandInput => ({ type: "receive", sku: "plain", binId, qty });

test("the room's database and the model in memory hear the same answers and hold the same stock, whatever is asked", async () => {
  const handle = env.WAREHOUSE_ZONE.getByName(roomName(testIds.next("wsp"), "same"));
  const drafts = fc.sample(anyDraft, { numRuns: 1_500, seed: 20_261_127 });
  await runInDurableObject(handle, (_room, { storage }) => {
    makeTables(storage.sql, () => "epoch");
    const [model, real] = [aFloor(), floorOn(openZoneStore(storage))];
    let nowMs = 1_000_000;
    for (const [index, draft] of drafts.entries()) {
      nowMs += index % 5 === 0 ? 70_000 : 300;
      for (const floor of [model, real]) floor.at(nowMs);
      const command = draft(model.zone);
      const expected = command.type === "count" ? { [`bin:${command.binId}`]: model.zone.bin(command.binId)?.version ?? 0 } : {};
      const envelope = model.wrap(command, { expected });
      const actor = index % 3 === 0 ? people.boss : people.system;
      const [heard, modelled] = [real.send(envelope, actor), model.send(envelope, actor)];
      expect(heard.reply, `${index} ${command.type}`).toEqual(modelled.reply);
    }
    for (const sku of ["plain", "lotted", "tracked"]) {
      expect(new Set(real.zone.linesOfSku(sku))).toEqual(new Set(model.zone.linesOfSku(sku)));
    }
    expect(real.zone.lastSeq()).toBeGreaterThan(400);
  });
  expect(await handle.check()).toEqual([]);
});

test("replies are forgotten once nobody can still be away with their question, and not before", async () => {
  const { handle, ask } = await aZone();
  const repliesOf = (age: number) =>
    runInDurableObject(handle, (_room, { storage }) => {
      storage.sql.exec("update replies set at = ?", Date.now() - age);
    });
  const first = await ask(receive(2), "picker", "cmd_old");
  const day = 24 * 3_600_000;
  await repliesOf(29 * day);
  await runDurableObjectAlarm(handle);
  expect(await ask(receive(2), "picker", "cmd_old")).toEqual({ reply: first.reply, isDuplicate: true });
  await repliesOf(31 * day);
  await ask(receive(1, "b2"));
  await runDurableObjectAlarm(handle);
  expect((await ask(receive(2), "picker", "cmd_old")).isDuplicate).toBe(false);
});

test("a command that breaks in its middle leaves no trace, and the next one finds the zone as it was", async () => {
  const { handle, ask } = await aZone();
  await ask(receive(5));
  await runInDurableObject(handle, (room) => {
    const { zone } = room;
    const seq = zone.lastSeq();
    expect(() =>
      zone.together(() => {
        zone.putLine({ account: "bin:b1", sku: "plain", lot: "", plate: "", status: "available", qty: 99, reserved: 0 });
        throw new Error("the machine stops here");
      }),
    ).toThrow("the machine stops here");
    expect(zone.lastSeq()).toBe(seq);
    expect(zone.linesInBin("b1")).toMatchObject([{ qty: 5 }]);
  });
  expect(await handle.check()).toEqual([]);
});

test("of commands that came in one moment, one that breaks leaves no trace and the others are written once", async () => {
  const { handle } = await aZone();
  await runInDurableObject(handle, async (room) => {
    const { zone } = room;
    const seq = zone.lastSeq();
    const { addMovement } = zone;
    zone.addMovement = (movement, stamp) => {
      addMovement(movement, stamp);
      if (stamp.commandId === "second") throw new Error("the machine stops here");
    };
    const actor = { id: "usr_boss", name: "Boss", right: "manage" as const };
    const command = (id: string) => room.command({ envelope: { id, command: receive(2) }, actor, device: null });
    const answers = await Promise.allSettled(["first", "second", "third"].map(command));
    expect(answers).toMatchObject([
      { status: "fulfilled", value: { isDuplicate: false, reply: { kind: "applied", seq: seq + 1 } } },
      { status: "rejected", reason: { message: "the machine stops here" } },
      { status: "fulfilled", value: { isDuplicate: false, reply: { kind: "applied", seq: seq + 2 } } },
    ]);
    expect(zone.linesInBin("b1")).toMatchObject([{ qty: 4 }]);
    expect(zone.reply("second")).toBeUndefined();
  });
  expect(await handle.check()).toEqual([]);
});

test("each follower is told of an event once, also when others come and go", async () => {
  const { ask, open } = await aZone();
  const sockets = await Promise.all((["manager", "picker", "viewer"] as const).map(open));
  for (const socket of sockets) {
    socket.hello();
    await socket.until("snapshot");
  }
  /** How often each was told up to this event. What a socket is answered comes after all that it was told before. */
  async function tellings(seq: number, told: typeof sockets): Promise<number[]> {
    return Promise.all(
      told.map(async (socket) => {
        await socket.reach(seq);
        const errors = socket.frames.filter(({ type }) => type === "error").length;
        socket.send("no frame of ours");
        await socket.until("error", () => socket.frames.filter(({ type }) => type === "error").length > errors);
        return socket.frames.filter((frame) => frame.type === "delta" && frame.toSeq === seq).length;
      }),
    );
  }
  const { reply: first } = await ask(receive(1));
  expect(await tellings(first.seq, sockets)).toEqual([1, 1, 1]);
  sockets[0]?.close();
  await sockets[0]?.closed;
  const late = await open("viewer");
  const { reply: second } = await ask(receive(1));
  expect(await tellings(second.seq, sockets.slice(1))).toEqual([1, 1]);
  late.hello();
  await late.until("snapshot", ({ cursor }) => cursor.seq === second.seq);
});

test("a command that was answered is there after the room was thrown out, and its repetition hears the same", async () => {
  const { handle, ask } = await aZone();
  const first = await ask(receive(5), "picker", "cmd_once");
  await evictDurableObject(handle);
  const again = await ask(receive(5), "picker", "cmd_once");
  expect(again).toEqual({ reply: first.reply, isDuplicate: true });
  const { part } = await handle.snapshot();
  expect(part.bins.find(({ id }) => id === "b1")?.lines).toMatchObject([{ qty: 5 }]);
});

test("two followers see the same zone as the room itself, whenever they came", async () => {
  const { ask, open, handle } = await aZone();
  const early = await open("manager");
  early.hello();
  await early.until("snapshot");
  for (let index = 0; index < 8; index += 1) await ask(receive(1 + index, index % 2 === 0 ? "b1" : "b2"));
  const late = await open("picker");
  late.hello();
  const { reply } = await ask({ type: "move", sku: "plain", fromBin: "b1", toBin: "b3", qty: 2 });
  const truth = await handle.snapshot();
  const views = [await early.reach(reply.seq), await late.reach(reply.seq)];
  const bins = new Map(truth.part.bins.map((bin) => [bin.id, bin]));
  const expected = fingerprint({ bins, tasks: new Map(truth.part.tasks.map((task) => [task.id, task])) });
  expect(views.map(fingerprint)).toEqual([expected, expected]);
  expect(early.gaps()).toBe(0);
});

test("coming back from any place brings exactly what was missed; from another epoch, all", async () => {
  const { ask, open, handle } = await aZone();
  await ask(receive(3));
  const { cursor } = await handle.snapshot();
  await ask(receive(4, "b2"));
  const socket = await open("manager");
  socket.hello(cursor);
  const missed = await socket.until("delta", ({ fromSeq }) => fromSeq === cursor.seq);
  expect(missed.toSeq).toBe(cursor.seq + 1);
  expect(missed.part.bins.map(({ id }) => id)).toEqual(["b2"]);
  socket.hello({ epoch: "another", seq: 1 });
  expect((await socket.until("snapshot")).part.bins).toHaveLength(7);
});

test("commands come through the socket as well, and what the role may not do is refused there too", async () => {
  const { open } = await aZone();
  const [picker, viewer] = [await open("picker"), await open("viewer")];
  const send = (socket: typeof picker, id: string, command: unknown) => socket.send(encode({ type: "command", envelope: { id, command } }));
  send(picker, "c1", receive(2));
  expect((await picker.until("reply", ({ reply }) => reply.commandId === "c1")).reply).toMatchObject({ kind: "applied" });
  send(picker, "c2", { type: "plan-count", binId: "b1" });
  send(viewer, "c3", receive(2));
  send(picker, "c4", { type: "receive", sku: "plain", binId: "b1", qty: -4 });
  send(picker, "c5", { type: "no-such-thing" });
  const refused = [
    [picker, "c2", "forbidden"],
    [viewer, "c3", "forbidden"],
    [picker, "c4", "checkFields"],
    [picker, "c5", "checkFields"],
  ] as const;
  for (const [socket, id, reason] of refused) {
    expect((await socket.until("reply", ({ reply }) => reply.commandId === id)).reply).toMatchObject({ kind: "rejected", reason });
  }
  picker.send("not json");
  expect(await picker.until("error")).toMatchObject({ code: "malformed" });
});

test("a foreign zone, an unknown one and a stranger are turned away at the door", async () => {
  const [mine, theirs] = [await aZone(), await aZone()];
  const cookie = mine.home.people.owner.cookie;
  const refused = [
    [theirs.room, cookie, 403],
    [roomName(mine.home.id, theirs.zoneId), cookie, 403],
    [roomName(mine.home.id, "zon_invented"), cookie, 403],
    [mine.home.id, cookie, 403],
    [mine.room, "", 401],
  ] as const;
  for (const [room, by, status] of refused) {
    const answer = await askForRoom(`warehouse-zone/${room}`, { upgrade: "websocket", cookie: by });
    expect(answer.status, room).toBe(status);
  }
  const foreign = commandZone(mine.manager, { zoneId: theirs.zoneId, envelope: { id: "x", command: receive(1) } });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
});

test("totals reach the database exactly as the room has them, also when they are told twice or late", async () => {
  const { ask, handle, manager, zoneId } = await aZone();
  await ask(receive(5));
  await ask({ type: "reserve", demandLine: "order", sku: "plain", qty: 2, rank: 1 });
  await ask({ type: "receive", sku: "plain", binId: "b2", qty: 3, status: "damaged" });
  expect((await checkZoneBooks(manager, { id: zoneId })).untold).toEqual(["plain"]);
  expect(await runDurableObjectAlarm(handle)).toBe(true);
  const told = await manager.db.first(zoneStock, eq(zoneStock.sku, "plain"));
  expect(told).toMatchObject({ onHand: 8, reserved: 2, damaged: 3, onHold: 0, inTransit: 0 });
  expect(await checkZoneBooks(manager, { id: zoneId })).toEqual({ drift: [], untold: [] });
  await runDurableObjectAlarm(handle);
  expect(await manager.db.count(zoneStock, eq(zoneStock.zoneId, zoneId))).toBe(3);
});

test("a role that was taken away commands nothing more, through a socket that is still open", async () => {
  const { home, open, handle } = await aZone();
  const socket = await open("picker");
  await writeRows(home.id, updateWhere(users, eq(users.id, home.people.picker.id), { role: "viewer" }));
  socket.send(encode({ type: "command", envelope: { id: "late", command: receive(2) } }));
  expect((await socket.until("reply")).reply).toMatchObject({ kind: "rejected", reason: "forbidden" });
  expect((await handle.snapshot()).part.bins.find(({ id }) => id === "b1")?.lines).toEqual([]);
});

test("a session that was ended loses its socket at the next look", async () => {
  const { home, open, handle } = await aZone();
  const socket = await open("picker");
  socket.hello();
  await socket.until("snapshot");
  const isTheirs = eq(sessions.handle, home.people.picker.sessionHandle);
  await writeRows(home.id, updateWhere(sessions, isTheirs, { expiresAt: 1 }));
  await runDurableObjectAlarm(handle);
  expect(await socket.until("ended")).toMatchObject({ reason: "revoked" });
  expect(await socket.closed).toBe(4401);
});

test("goods sent to another zone arrive there, also when the other room slept, and both books add up", async () => {
  const { home, stage, manager, zoneId, handle, ask } = await aZone();
  const other = await createZone(manager, { warehouseId: home.shop.warehouseId, code: "B", name: "Zona B" });
  const there = (command: CommandInput) =>
    commandZone(stage.as(home, { role: "manager" }), { zoneId: other.id, envelope: { id: testIds.next("cmd"), command } });
  await there(opening[0] ?? { type: "sweep" });
  await ask(receive(5));
  const goods = { sku: "plain", fromBin: "b1", toBin: "b2", qty: 3 };
  expect((await ask({ type: "send", transferId: "t0", toZone: "zon_invented", ...goods })).reply).toMatchObject({ reason: "zoneUnknown" });
  expect((await ask({ type: "send", transferId: "t1", toZone: other.id, ...goods })).reply.kind).toBe("applied");
  await evictDurableObject(env.WAREHOUSE_ZONE.getByName(roomName(home.id, other.id)));
  await runDurableObjectAlarm(handle);
  const otherHandle = env.WAREHOUSE_ZONE.getByName(roomName(home.id, other.id));
  expect((await otherHandle.snapshot()).part.bins.find(({ id }) => id === "b2")?.lines).toMatchObject([{ qty: 3 }]);
  await runDurableObjectAlarm(otherHandle);
  await runDurableObjectAlarm(handle);
  for (const id of [zoneId, other.id]) expect((await checkZoneBooks(manager, { id })).drift).toEqual([]);
  const told = await manager.db.all(zoneStock, { where: eq(zoneStock.sku, "plain") });
  expect(told.map(({ onHand, inTransit }) => [onHand, inTransit]).toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
    [2, 3],
    [3, -3],
  ]);
});
