import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "#db/schema/audit.ts";
import { floorShifts } from "#db/schema/floor.ts";
import { dumpOf } from "#db/testing/database.ts";
import { createStage, type Stage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { changeRole } from "../accounts/change-role.server.ts";
import { removeMember } from "../accounts/remove-member.server.ts";
import { actorAllows } from "../actor.ts";
import { askZone } from "../warehouse/ask-zone.server.ts";
import { commandZone } from "../warehouse/command-zone.server.ts";
import { layOutBins } from "../warehouse/lay-out-bins.server.ts";
import { authenticateDevice } from "./authenticate-device.server.ts";
import { createPairing } from "./create-pairing.server.ts";
import { issueBadge } from "./issue-badge.server.ts";
import { listDevices } from "./list-devices.server.ts";
import { lockDevice } from "./lock-device.server.ts";
import { pairDevice } from "./pair-device.server.ts";
import { idleMs, pairingLivesMs, shiftHoldsMs } from "./policy.ts";
import { resetPin } from "./reset-pin.server.ts";
import { revokeDevice } from "./revoke-device.server.ts";
import { sendFloorCommands } from "./send-floor-commands.server.ts";
import { setPin } from "./set-pin.server.ts";
import { unlockDevice } from "./unlock-device.server.ts";

const pin = "246810";

/** A paired tablet; `ctx` is what its next request would find. */
async function aTablet(stage: Stage, home: TestWorkspace, warehouseId = home.shop.warehouseId) {
  const pairing = await createPairing(stage.as(home, { role: "manager" }), { warehouseId, name: "Tablet 1" });
  const { key } = await pairDevice(stage.visitor, { code: pairing.code.toLowerCase() });
  const look = () => authenticateDevice(stage.deps.orm, key, stage.clock.now());
  async function ctx() {
    const known = await look();
    if (known === undefined) throw new Error("the tablet is not known");
    return stage.visitor.enter(home.id, known.actor);
  }
  return { ...pairing, key, look, ctx };
}

async function withPin() {
  const home = await aWorkspace();
  const stage = createStage();
  await setPin(stage.as(home, { role: "picker" }), { pin });
  const tablet = await aTablet(stage, home);
  const unlock = async (typed = pin, userId = home.people.picker.id) =>
    unlockDevice(await tablet.ctx(), { way: "pin", userId, pin: typed });
  return { home, stage, tablet, unlock };
}

test("a pairing code works once, for ten minutes, and neither it nor the key is stored as it is", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const tablet = await aTablet(stage, home);
  expect((await tablet.look())?.actor).toEqual({
    kind: "device",
    deviceId: tablet.id,
    name: "Tablet 1",
    warehouseId: home.shop.warehouseId,
    person: null,
  });
  await expect(pairDevice(stage.visitor, { code: tablet.code })).rejects.toMatchObject({ fields: { code: "pairingInvalid" } });
  const dump = JSON.stringify(await dumpOf(home));
  for (const secret of [tablet.code, tablet.key]) expect(dump).not.toContain(secret);

  const late = await createPairing(stage.as(home, { role: "manager" }), { warehouseId: home.shop.warehouseId, name: "Late" });
  stage.clock.advance(pairingLivesMs);
  await expect(pairDevice(stage.visitor, { code: late.code })).rejects.toMatchObject({ reason: "pairingInvalid" });
  expect((await listDevices(stage.as(home, { role: "viewer" }))).data.map(({ name, state }) => [name, state])).toEqual([
    ["Late", "expired"],
    ["Tablet 1", "paired"],
  ]);
});

test("a revoked tablet is known no more, and whoever held it no longer does", async () => {
  const { home, stage, tablet, unlock } = await withPin();
  await unlock();
  await revokeDevice(stage.as(home, { role: "manager" }), { id: tablet.id });
  expect(await tablet.look()).toBeUndefined();
  expect((await stage.as(home, { role: "owner" }).db.all(floorShifts)).map(({ endedAt }) => endedAt)).toEqual([stage.clock.now()]);
});

test("a person takes a tablet by PIN, and acts record who and on which tablet", async () => {
  const { home, stage, tablet, unlock } = await withPin();
  await unlock();
  const { picker } = home.people;
  expect((await tablet.look())?.actor.person).toMatchObject({ userId: picker.id, name: picker.name, role: "picker", proof: "pin" });
  await lockDevice(await tablet.ctx());
  expect((await tablet.look())?.actor.person).toBeNull();
  const [row] = await stage.as(home, { role: "owner" }).db.all(auditLog, { where: eq(auditLog.action, "device.locked") });
  expect(row).toMatchObject({ actorKind: "user", actorId: picker.id, deviceId: tablet.id });
});

test("a wrong PIN opens nothing, and after six of them not even the right one does for a while", async () => {
  const { home, tablet, unlock, stage } = await withPin();
  const nobody = unlock(pin, "usr_nobody");
  await expect(nobody).rejects.toMatchObject({ code: "invalid", fields: { pin: "pinWrong" } });
  for (let attempt = 0; attempt < 6; attempt += 1) await expect(unlock("135790")).rejects.toMatchObject({ reason: "pinWrong" });
  await expect(unlock()).rejects.toMatchObject({ code: "rate_limited" });
  expect((await tablet.look())?.actor.person).toBeNull();
  stage.clock.advance(3_600_000);
  await unlock();
  expect((await tablet.look())?.actor.person?.userId).toBe(home.people.picker.id);
});

test("a tablet cannot try the PINs of all people one after the other", async () => {
  const { unlock } = await withPin();
  const tries = Array.from({ length: 21 }, (_, index) => `usr_${index}`);
  const reasons: unknown[] = [];
  for (const userId of tries) await unlock("135790", userId).catch((error: unknown) => reasons.push((error as { reason: string }).reason));
  expect(reasons.at(-2)).toBe("pinWrong");
  expect(reasons.at(-1)).toBe("tooManyAttempts");
});

test("PINs that everybody tries first are refused", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  for (const bad of ["000000", "123456", "987654", "121212"]) {
    await expect(setPin(stage.as(home, { role: "picker" }), { pin: bad })).rejects.toMatchObject({ fields: { pin: "pinTooSimple" } });
  }
});

test("a badge opens the floor and never what managers decide; the PIN of the same person does", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const manager = stage.as(home, { role: "manager" });
  await setPin(manager, { pin });
  const { badge } = await issueBadge(manager, { id: home.people.manager.id });
  const tablet = await aTablet(stage, home);
  await unlockDevice(await tablet.ctx(), { way: "badge", badge });
  const byBadge = await tablet.ctx();
  expect(actorAllows(byBadge.actor, "floor:work")).toBe(true);
  expect(actorAllows(byBadge.actor, "warehouse:write")).toBe(false);
  const approve = { id: "approve-1", command: { type: "approve" as const, taskId: "tsk_1" } };
  expect((await commandZone(byBadge, { zoneId: home.shop.zoneId, envelope: approve })).reply).toMatchObject({ reason: "forbidden" });
  await unlockDevice(byBadge, { way: "pin", userId: home.people.manager.id, pin });
  const byPin = await tablet.ctx();
  expect(actorAllows(byPin.actor, "warehouse:write")).toBe(true);
  const again = { ...approve, id: "approve-2" };
  expect((await commandZone(byPin, { zoneId: home.shop.zoneId, envelope: again })).reply).toMatchObject({ reason: "taskUnknown" });
  // Even an owner's tablet opens nothing of the office.
  expect(actorAllows(byPin.actor, "team:read")).toBe(false);
});

test("a new badge ends the one before", async () => {
  const home = await aWorkspace();
  const stage = createStage();
  const manager = stage.as(home, { role: "manager" });
  const { id } = home.people.picker;
  const [old, fresh] = [await issueBadge(manager, { id }), await issueBadge(manager, { id })];
  const tablet = await aTablet(stage, home);
  await expect(unlockDevice(await tablet.ctx(), { way: "badge", badge: old.badge })).rejects.toMatchObject({ reason: "badgeUnknown" });
  await unlockDevice(await tablet.ctx(), { way: "badge", badge: fresh.badge });
  expect((await tablet.look())?.actor.person).toMatchObject({ userId: id, proof: "badge" });
  // Taken over from somebody, it is still the tablet that was taken.
  await unlockDevice(await tablet.ctx(), { way: "badge", badge: fresh.badge });
  const taken = await manager.db.all(auditLog, { where: eq(auditLog.action, "device.unlocked") });
  expect(taken.map(({ actorId, deviceId }) => [actorId, deviceId])).toEqual(taken.map(() => [tablet.id, tablet.id]));
});

test("an idle tablet belongs to nobody, and a removed or reset person holds none", async () => {
  const { home, stage, tablet, unlock } = await withPin();
  await unlock();
  stage.clock.advance(idleMs);
  expect((await tablet.look())?.actor.person).toBeNull();
  await unlock();
  await resetPin(stage.as(home, { role: "manager" }), { id: home.people.picker.id });
  expect((await tablet.look())?.actor.person).toBeNull();
  await expect(unlock()).rejects.toMatchObject({ reason: "pinWrong" });
  await setPin(stage.as(home, { role: "picker" }), { pin });
  await unlock();
  await removeMember(stage.as(home, { role: "owner" }), { id: home.people.picker.id });
  expect((await tablet.look())?.actor.person).toBeNull();
});

async function withBins() {
  const { home, stage, tablet, unlock } = await withPin();
  const manager = stage.as(home, { role: "manager" });
  const { zoneId, variantId: sku } = home.shop;
  const layout = { aisles: 1, bays: 3, levels: 1, kind: "pick" as const, capacityUnits: null, format: "A-{aisle:2}-{bay:2}" };
  await layOutBins(manager, { zoneId, commandId: "cmd_layout", ...layout });
  const items = [{ sku, code: "K", title: "Kettle", gtin: null }];
  await askZone(manager, zoneId, { id: "items", command: { type: "put-items", items } });
  await askZone(manager, zoneId, { id: "receive", command: { type: "receive", sku, binId: "A-01-01", qty: 9 } });
  const send = async (shiftId: string, ...envelopes: { id: string; command: Record<string, unknown> & { type: string } }[]) =>
    sendFloorCommands(await tablet.ctx(), { zoneId, entries: envelopes.map((envelope) => ({ shiftId, envelope })) });
  const planned = await askZone(manager, zoneId, {
    id: "plan",
    command: { type: "plan-move", kind: "put-away", sku, qty: 4, fromBin: "A-01-01", toBin: "A-01-02" },
  });
  return { home, stage, tablet, unlock, manager, zoneId, sku, send, taskId: String(planned.result["taskId"]) };
}

test("commands are answered one by one, in order; one that is refused holds nothing up, and a repetition hears the same", async () => {
  const { unlock, send, taskId } = await withBins();
  const { shiftId } = await unlock();
  const batch = [
    { id: "c1", command: { type: "claim", taskId } },
    { id: "c2", command: { type: "finish-move", taskId, qty: 99 } },
    { id: "c3", command: { type: "finish-move", taskId, qty: 4 } },
  ];
  const first = await send(shiftId, ...batch);
  expect(first.map(({ id, kind, reason }) => [id, kind, reason])).toEqual([
    ["c1", "applied", null],
    ["c2", "conflict", "moreThanAsked"],
    ["c3", "applied", null],
  ]);
  expect((await send(shiftId, ...batch)).map((reply) => ({ ...reply, isDuplicate: false }))).toEqual(first);
});

test("what was done offline is booked for who did it, also after another took the tablet; anything else is not", async () => {
  const { home, stage, tablet, unlock, send, taskId } = await withBins();
  const { shiftId } = await unlock();
  await send(shiftId, { id: "c1", command: { type: "claim", taskId } });
  await setPin(stage.as(home, { role: "manager" }), { pin: "864210" });
  await unlock("864210", home.people.manager.id);
  const late = await send(
    shiftId,
    { id: "c2", command: { type: "unclaim", taskId } },
    { id: "c3", command: { type: "finish-move", taskId, qty: 4 } },
  );
  expect(late.map(({ kind, reason }) => [kind, reason])).toEqual([
    ["rejected", "shiftOver"],
    ["applied", null],
  ]);
  expect((await tablet.look())?.actor.person?.userId).toBe(home.people.manager.id);
});

test("shifts of other tablets, of long ago and of people who may no longer work count for nothing", async () => {
  const { home, stage, unlock, send, taskId } = await withBins();
  const finish = (id: string) => ({ id, command: { type: "finish-move", taskId, qty: 1 } });
  const other = await aTablet(stage, home);
  const foreign = await unlockDevice(await other.ctx(), { way: "pin", userId: home.people.picker.id, pin });
  const { shiftId } = await unlock();
  expect(await send(foreign.shiftId, finish("c1"))).toMatchObject([{ reason: "shiftOver" }]);
  await changeRole(stage.as(home, { role: "owner" }), { id: home.people.picker.id, role: "viewer" });
  expect(await send(shiftId, finish("c2"))).toMatchObject([{ reason: "forbidden" }]);
  await changeRole(stage.as(home, { role: "owner" }), { id: home.people.picker.id, role: "picker" });
  stage.clock.advance(shiftHoldsMs + 1);
  expect(await send(shiftId, finish("c3"))).toMatchObject([{ reason: "shiftOver" }]);
});

test("how far a count was off is not told to the tablet that counted", async () => {
  const { unlock, send, manager, zoneId, sku } = await withBins();
  const { shiftId } = await unlock();
  const { part } = await manager.ports.zoneRooms.snapshot({ workspaceId: manager.workspaceId, zoneId });
  const version = part.bins.find(({ id }) => id === "A-01-01")?.version ?? 0;
  const count = { type: "count", binId: "A-01-01", lines: [{ sku, qty: 7 }] };
  const [reply] = await send(shiftId, { id: "c1", expected: { "bin:A-01-01": version }, command: count } as never);
  expect([reply?.kind, reply?.facts]).toEqual(["applied", {}]);
});

test("a tablet reaches only the zones of its warehouse", async () => {
  const { home, stage, tablet, unlock } = await withPin();
  const { shiftId } = await unlock();
  const other = await aWorkspace();
  for (const zoneId of [other.shop.zoneId, "zon_nowhere"]) {
    const sent = sendFloorCommands(await tablet.ctx(), {
      zoneId,
      entries: [{ shiftId, envelope: { id: "c1", command: { type: "sweep" } } }],
    });
    await expect(sent).rejects.toMatchObject({ reason: "zoneNotFound" });
  }
  expect((await stage.as(home, { role: "owner" }).db.all(floorShifts)).length).toBe(1);
});

test("nobody without a tablet unlocks or sends as one", async () => {
  const { home, stage } = await withPin();
  const owner = stage.as(home, { role: "owner" });
  await expect(unlockDevice(owner, { way: "pin", userId: home.people.picker.id, pin })).rejects.toMatchObject({ reason: "tabletsOnly" });
  await expect(lockDevice(owner)).rejects.toMatchObject({ reason: "tabletsOnly" });
  await expect(sendFloorCommands(owner, { zoneId: home.shop.zoneId, entries: [] })).rejects.toMatchObject({ reason: "tabletsOnly" });
});
