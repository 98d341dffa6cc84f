import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { variants } from "#db/schema/catalog.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aVariant } from "#db/testing/shop-rows.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { askZone } from "./ask-zone.server.ts";
import { introduceItem } from "./introduce-item.server.ts";
import type { CommandInput } from "./ledger/commands.ts";
import { listApprovals } from "./list-approvals.server.ts";
import { readPlate } from "./read-plate.server.ts";
import { receiveDelivery } from "./receive-delivery.server.ts";

const aBin = (id: string, kind: "receiving" | "pick", rank: number) => ({
  id,
  code: id.toUpperCase(),
  kind,
  aisle: "1",
  xMm: 0,
  yMm: 0,
  rank,
  isBlocked: false,
  capacityUnits: null,
});

async function aDock() {
  const home = await aWorkspace();
  const stage = createStage();
  const manager = stage.as(home, { role: "manager" });
  const picker = stage.as(home, { role: "picker" });
  const { zoneId, variantId: sku } = home.shop;
  const ask = (command: CommandInput, ctx = manager) => askZone(ctx, zoneId, { id: testIds.next("cmd"), command });
  await ask({ type: "put-bins", bins: [aBin("dock", "receiving", 1), aBin("s1", "pick", 2), aBin("s2", "pick", 3)] });
  await writeRows(home.id, updateWhere(variants, eq(variants.id, sku), { gtin: "7891000315507" }));
  const zone = async () => (await manager.ports.zoneRooms.snapshot({ workspaceId: home.id, zoneId })).part;
  const unitsIn = async (id: string) => (await zone()).bins.find((bin) => bin.id === id)?.lines.reduce((sum, { qty }) => sum + qty, 0);
  const receive = (change: Partial<Parameters<typeof receiveDelivery>[1]> = {}) =>
    receiveDelivery(picker, { zoneId, commandId: testIds.next("cmd"), sku, binId: "dock", qty: 4, ...change });
  return { home, stage, manager, picker, zoneId, sku, ask, zone, unitsIn, receive };
}

test("a zone learns goods it never had by what their label says, a GTIN in any length", async () => {
  const { home, picker, zoneId, sku } = await aDock();
  for (const code of ["7891000315507", "07891000315507", `SKU-${sku.slice(-8)}`]) {
    expect(await introduceItem(picker, { zoneId, code })).toMatchObject({ sku, gtin: "7891000315507", tracksLots: false });
  }
  await expect(introduceItem(picker, { zoneId, code: "7891000000007" })).rejects.toMatchObject({ reason: "variantNotFound" });
  const twin = aVariant({ id: testIds.next("var"), productId: home.shop.productId, gtin: "7891000315507" });
  await writeRows(home.id, insert(variants, twin));
  await expect(introduceItem(picker, { zoneId, code: "7891000315507" })).rejects.toMatchObject({ reason: "codeOfSeveral" });
});

test("what a zone knows of the goods is not forgotten when they are introduced again", async () => {
  const { ask, picker, zoneId, sku } = await aDock();
  await ask({ type: "put-items", items: [{ sku, code: "K", title: "Kettle", gtin: null, tracksLots: true }] });
  expect(await introduceItem(picker, { zoneId, code: "7891000315507" })).toMatchObject({ tracksLots: true });
});

test("goods are booked where they stand, once, and the task that follows brings them to their shelf", async () => {
  const { picker, zoneId, unitsIn, zone, receive } = await aDock();
  await introduceItem(picker, { zoneId, code: "7891000315507" });
  const commandId = testIds.next("cmd");
  const first = await receive({ commandId, plate: "LPN1", lot: "L1", expiresOn: "2027-01-31" });
  expect(first.putAway).toMatchObject({ toBin: "s1" });
  expect(await receive({ commandId, plate: "LPN1", lot: "L1", expiresOn: "2027-01-31" })).toEqual(first);
  expect(await unitsIn("dock")).toBe(4);
  const { tasks } = await zone();
  expect(tasks).toMatchObject([{ kind: "put-away", lot: "L1", plate: "LPN1", qty: 4, fromBin: "dock", toBin: "s1" }]);
  expect((await receive({ binId: "s2" })).putAway).toBeNull();
  await expect(receive({ expiresOn: "2027-01-31" })).rejects.toMatchObject({ reason: "floor.lotNeeded" });
});

test("a lot that expires later is sent behind the one that has to leave first, and its day is in the zone's view", async () => {
  const { picker, zoneId, ask, zone, receive } = await aDock();
  await ask({ type: "put-bins", bins: [aBin("s0", "pick", 1)] });
  await introduceItem(picker, { zoneId, code: "7891000315507" });
  await receive({ binId: "s1", lot: "L1", expiresOn: "2027-01-31" });
  expect((await receive({ lot: "L2", expiresOn: "2027-06-30" })).putAway).toMatchObject({ toBin: "s2" });
  expect((await receive({ lot: "L0", expiresOn: "2027-01-01" })).putAway).toMatchObject({ toBin: "s0" });
  const lines = (await zone()).bins.find(({ id }) => id === "s1")?.lines;
  expect(lines?.map(({ lot, expiresAt }) => [lot, expiresAt])).toEqual([["L1", Date.UTC(2027, 1, 1)]]);
});

test("a plate is found with what stands on it, and a tablet of another warehouse finds nothing here", async () => {
  const { home, stage, picker, ask, zoneId, sku, receive } = await aDock();
  await introduceItem(picker, { zoneId, code: "7891000315507" });
  await receive({ plate: "LPN1" });
  await ask({ type: "make-plate", plate: "LPN2", binId: "dock" }, picker);
  await ask({ type: "move-plate", plate: "LPN1", intoPlate: "LPN2" }, picker);
  expect(await readPlate(picker, { zoneId, plate: "LPN1" })).toMatchObject({ parent: "LPN2", binId: "dock", goods: [{ sku, qty: 4 }] });
  expect(await readPlate(picker, { zoneId, plate: "LPN2" })).toMatchObject({ plates: ["LPN1"], goods: [] });
  await expect(readPlate(picker, { zoneId, plate: "LPN9" })).rejects.toMatchObject({ reason: "plateNotFound" });
  const person = { userId: home.people.manager.id, name: "M", role: "manager" as const, proof: "pin" as const, shiftId: "shf_1" };
  const tablet = (warehouseId: string) =>
    stage.visitor.enter(home.id, { kind: "device", deviceId: "dev_1", name: "T", warehouseId, person });
  // People with a tablet count what they see.
  expect((await readPlate(tablet(home.shop.warehouseId), { zoneId, plate: "LPN1" })).goods).toEqual([{ sku, lot: "", qty: null }]);
  for (const asked of [readPlate(tablet("whs_other"), { zoneId, plate: "LPN1" }), listApprovals(tablet("whs_other"), { id: zoneId })]) {
    await expect(asked).rejects.toMatchObject({ reason: "zoneNotFound" });
  }
});

test("what is more than a picker may correct waits, and only who decides hears what the books say", async () => {
  const { manager, picker, ask, zoneId, sku, receive, unitsIn } = await aDock();
  await introduceItem(picker, { zoneId, code: "7891000315507" });
  await receive({ qty: 9 });
  await ask({ type: "adjust", sku, binId: "dock", delta: -8, reason: "lost" }, picker);
  expect(await unitsIn("dock")).toBe(9);
  await expect(listApprovals(picker, { id: zoneId })).rejects.toMatchObject({ code: "forbidden" });
  const [waiting] = await listApprovals(manager, { id: zoneId });
  expect(waiting).toMatchObject({
    binId: "dock",
    askedBy: picker.stamp.label,
    corrections: [{ sku, delta: -8, reason: "lost", onBooks: 9 }],
  });
  await ask({ type: "approve", taskId: waiting?.taskId ?? "" });
  expect(await unitsIn("dock")).toBe(1);
  expect(await listApprovals(manager, { id: zoneId })).toEqual([]);
});
