import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { returnSteps } from "#db/schema/returns.ts";
import { aDepot } from "#db/testing/depot.ts";
import { checkZoneBooks } from "../check-zone.server.ts";
import { readAvailability } from "../read-availability.server.ts";
import { callOffReturn } from "./call-off-return.server.ts";
import { closeReturn } from "./close-return.server.ts";
import { createReturn } from "./create-return.server.ts";
import { expectReturns } from "./expect-returns.server.ts";
import { inspectReturn } from "./inspect-return.server.ts";
import { listReturns } from "./list-returns.server.ts";
import { readReturn } from "./read-return.server.ts";
import { readReturnable } from "./read-returnable.server.ts";
import { settleReturns } from "./settle-returns.server.ts";
import { takeInReturn } from "./take-in-return.server.ts";

type Depot = Awaited<ReturnType<typeof aDepot>>;

async function standingOf({ manager, told }: Depot, sku: string) {
  await told();
  return (await readAvailability(manager, [sku])).get(sku);
}

async function expectSoundBooks({ manager, zoneA, zoneB }: Depot): Promise<void> {
  for (const id of [zoneA, zoneB]) expect(await checkZoneBooks(manager, { id })).toMatchObject({ drift: [] });
}

/** An order of three that left, and the return of `quantity` of it. */
async function aReturn(depot: Depot, quantity = 3) {
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 10);
  const orderId = await depot.aShippedOrder(depot.zoneA, [{ listingRef, quantity: 3 }]);
  const orderLineId = `${orderId}/0`;
  const { id } = await createReturn(depot.manager, { orderId, reason: "changed-mind", lines: [{ orderLineId, quantity }] });
  const lineId = (await readReturn(depot.manager, { id })).lines[0]?.id ?? "";
  return { id, lineId, variantId, orderId, orderLineId, listingRef };
}

function takeIn({ manager, zoneA }: Depot, { id, lineId }: { id: string; lineId: string }, quantity: number, serials: string[] = []) {
  return takeInReturn(manager, { id, zoneId: zoneA, binId: "apart", arrivals: [{ lineId, quantity, serials }] });
}

const arrivalOf = async ({ manager }: Depot, id: string) =>
  (await readReturn(manager, { id })).steps.find(({ kind, state }) => kind === "arrival" && state === "booked")?.id ?? "";

test("what comes back is on hold until it is inspected, and then sold again, kept apart, set aside or thrown away", async () => {
  const depot = await aDepot();
  const back = await aReturn(depot);
  const { id, variantId } = back;
  const { manager } = depot;
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 7, available: 7 });
  await takeIn(depot, back, 3);
  expect(await readReturn(manager, { id })).toMatchObject({ state: "arrived", arrived: 3, lines: [{ missing: 0 }] });
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 10, onHold: 3, available: 7 });
  const arrivalId = await arrivalOf(depot, id);
  await inspectReturn(manager, { id, decisions: [{ arrivalId, outcome: "restock", quantity: 1, toBin: "shelf-1" }] });
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 10, onHold: 2, available: 8 });
  await expect(closeReturn(manager, { id })).rejects.toMatchObject({ reason: "returnNotInspected" });
  await inspectReturn(manager, {
    id,
    decisions: [
      { arrivalId, outcome: "damaged", quantity: 1, toBin: null },
      { arrivalId, outcome: "scrap", quantity: 1, toBin: null },
    ],
  });
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 9, onHold: 0, damaged: 1, available: 8 });
  expect(await readReturn(manager, { id })).toMatchObject({ state: "inspected" });
  await closeReturn(manager, { id });
  expect(await readReturn(manager, { id })).toMatchObject({ state: "closed" });
  await expect(takeIn(depot, back, 1)).rejects.toMatchObject({ reason: "returnOver" });
  await expectSoundBooks(depot);
});

test("more does not come back than left, over all returns of an order", async () => {
  const depot = await aDepot();
  const { orderId, orderLineId, id } = await aReturn(depot, 2);
  const { manager } = depot;
  const another = (quantity: number) => createReturn(manager, { orderId, reason: "other", lines: [{ orderLineId, quantity }] });
  await expect(another(2)).rejects.toMatchObject({ fields: { "lines.0.quantity": "returnMoreThanShipped" } });
  expect((await readReturnable(manager, { orderId })).lines).toMatchObject([{ shipped: 3, returned: 2, left: 1 }]);
  const race = await Promise.allSettled([another(1), another(1)]);
  expect(race.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await callOffReturn(manager, { id });
  expect((await readReturnable(manager, { orderId })).lines).toMatchObject([{ returned: 1, left: 2 }]);
  await expect(callOffReturn(manager, { id })).rejects.toMatchObject({ reason: "returnOver" });
});

test("an order that has not left has nothing to return", async () => {
  const depot = await aDepot();
  const { listingRef } = await depot.aProduct();
  const orderId = await depot.anOrder([{ listingRef, quantity: 1 }]);
  const asked = createReturn(depot.manager, { orderId, reason: "other", lines: [{ orderLineId: `${orderId}/0`, quantity: 1 }] });
  await expect(asked).rejects.toMatchObject({ fields: { "lines.0.quantity": "returnMoreThanShipped" } });
});

test("a parcel that nobody announced is taken in by what is in it", async () => {
  const depot = await aDepot();
  const { variantId } = await depot.aProduct();
  const picker = depot.stage.as(depot.home, { role: "picker" });
  const { id } = await createReturn(picker, { reason: "other", lines: [{ variantId, quantity: 2 }] });
  const lineId = (await readReturn(picker, { id })).lines[0]?.id ?? "";
  await expect(takeIn(depot, { id, lineId }, 3)).rejects.toMatchObject({ fields: { "arrivals.0.quantity": "returnMoreThanExpected" } });
  await takeInReturn(picker, { id, zoneId: depot.zoneB, binId: "apart", arrivals: [{ lineId, quantity: 2 }] });
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 2, onHold: 2, available: 0 });
  await expect(callOffReturn(depot.manager, { id })).rejects.toMatchObject({ reason: "returnArrived" });
  await expectSoundBooks(depot);
});

test("a marketplace that says an order came back makes one return of it, however often it is heard", async () => {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 5);
  const orderId = await depot.aShippedOrder(depot.zoneA, [{ listingRef, quantity: 2 }]);
  expect(await expectReturns(depot.system)).toEqual({ expected: 0 });
  await depot.setOrder(orderId, "returned");
  await Promise.all([expectReturns(depot.system), expectReturns(depot.system)]);
  await expectReturns(depot.system);
  const { data } = await listReturns(depot.manager, { orderId });
  expect(data).toMatchObject([{ source: "channel", state: "expected", units: 2, reason: "refunded" }]);
  await callOffReturn(depot.manager, { id: data[0]?.id ?? "" });
  expect(await expectReturns(depot.system)).toEqual({ expected: 0 });
});

test("a number is held against those that left with the order, and comes back once", async () => {
  const depot = await aDepot();
  const { manager } = depot;
  const { variantId, listingRef } = await depot.aProduct({ tracksSerials: true });
  await depot.receive(depot.zoneA, variantId, 3, ["S1", "S2", "S3"]);
  const orderId = await depot.aShippedOrder(depot.zoneA, [{ listingRef, quantity: 2 }], ["S1", "S2"]);
  const { id } = await createReturn(manager, { orderId, reason: "damaged", lines: [{ orderLineId: `${orderId}/0`, quantity: 2 }] });
  const [line] = (await readReturn(manager, { id })).lines;
  expect(line?.serials).toEqual(["S1", "S2"]);
  const one = (...serials: string[]) => takeIn(depot, { id, lineId: line?.id ?? "" }, 1, serials);
  await expect(one("S9")).rejects.toMatchObject({ fields: { "arrivals.0.serials": "returnSerialOther" } });
  await expect(one()).rejects.toMatchObject({ reason: "floor.serialsNeeded" });
  await one("S2");
  await expect(one("S2")).rejects.toMatchObject({ fields: { "arrivals.0.serials": "returnSerialBack" } });
  const arrivalId = await arrivalOf(depot, id);
  const restock = (...serials: string[]) =>
    inspectReturn(manager, { id, decisions: [{ arrivalId, outcome: "restock", quantity: 1, toBin: "shelf-2", serials }] });
  await expect(restock("S1")).rejects.toMatchObject({ fields: { "decisions.0.serials": "returnSerialsChoose" } });
  await restock("S2");
  await expect(restock("S2")).rejects.toMatchObject({ fields: { "decisions.0.quantity": "returnMoreThanArrived" } });
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 2, available: 2 });
  await expectSoundBooks(depot);
});

test.each(["before", "after"] as const)("a crash right %s a zone books what came back books it once", async (moment) => {
  const depot = await aDepot();
  const back = await aReturn(depot);
  const { id, variantId } = back;
  const { zoneRooms } = depot.manager.ports;
  const command: typeof zoneRooms.command = async (...asked) => {
    const isBooking = JSON.stringify(asked[1].envelope).includes("documentLine");
    if (isBooking && moment === "before") throw new Error("killed");
    const answer = await zoneRooms.command(...asked);
    if (isBooking) throw new Error("killed");
    return answer;
  };
  const dying = { ...depot.manager, ports: { ...depot.manager.ports, zoneRooms: { ...zoneRooms, command } } };
  await expect(takeIn({ ...depot, manager: dying }, back, 3)).rejects.toThrow("killed");
  expect(await readReturn(depot.manager, { id })).toMatchObject({ state: "expected", steps: [{ state: "asked" }] });
  // What a zone is being asked for is not asked of it by somebody else.
  await expect(takeIn(depot, back, 1)).rejects.toMatchObject({ fields: { "arrivals.0.quantity": "returnMoreThanExpected" } });
  expect(await settleReturns(depot.system)).toEqual({ settled: 1 });
  expect(await settleReturns(depot.system)).toEqual({ settled: 0 });
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 10, onHold: 3 });
  const arrivalId = await arrivalOf(depot, id);
  const decisions = [{ arrivalId, outcome: "restock" as const, quantity: 3, toBin: "shelf-1" }];
  await expect(inspectReturn(dying, { id, decisions })).rejects.toThrow("killed");
  await Promise.all([settleReturns(depot.system), settleReturns(depot.system)]);
  expect(await readReturn(depot.manager, { id })).toMatchObject({ state: "inspected" });
  expect(await standingOf(depot, variantId)).toMatchObject({ onHand: 10, onHold: 0, available: 10 });
  await expectSoundBooks(depot);
});

test("what a zone refuses is said, and can be asked otherwise", async () => {
  const depot = await aDepot();
  const back = await aReturn(depot);
  const { manager, zoneA } = depot;
  const nowhere = takeInReturn(manager, { id: back.id, zoneId: zoneA, binId: "nowhere", arrivals: [{ lineId: back.lineId, quantity: 3 }] });
  await expect(nowhere).rejects.toMatchObject({ reason: "floor.binUnknown" });
  expect(await readReturn(manager, { id: back.id })).toMatchObject({ state: "expected", lines: [{ missing: 3 }] });
  await takeIn(depot, back, 3);
  expect(await manager.db.count(returnSteps, eq(returnSteps.returnId, back.id))).toBe(2);
  expect(await readReturn(manager, { id: back.id })).toMatchObject({ state: "arrived" });
});

test("of two people who take in the same goods, one does", async () => {
  const depot = await aDepot();
  const back = await aReturn(depot);
  const results = await Promise.allSettled([takeIn(depot, back, 3), takeIn(depot, back, 3)]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await standingOf(depot, back.variantId)).toMatchObject({ onHand: 10, onHold: 3 });
});
