import { expect, test } from "vitest";
import { aDepot } from "#db/testing/depot.ts";
import { testIds } from "#db/testing/basics.ts";
import { readAvailability } from "./read-availability.server.ts";
import { receiveStock } from "./receive-stock.server.ts";

async function aDock() {
  const depot = await aDepot();
  const { variantId } = await depot.aProduct();
  const receive = (zoneId: string, more: Partial<Parameters<typeof receiveStock>[1]>) =>
    receiveStock(depot.manager, { zoneId, commandId: testIds.next("cmd"), variantId, binId: "shelf-1", qty: 2, expiresOn: null, ...more });
  const linesOf = async (zoneId: string) => {
    const { part } = await depot.manager.ports.zoneRooms.snapshot({ workspaceId: depot.home.id, zoneId });
    return part.bins.flatMap((bin) => bin.lines.map(({ plate, status, qty }) => ({ bin: bin.id, plate, status, qty })));
  };
  return { ...depot, variantId, receive, linesOf };
}

test("goods with numbers come in with as many as there are units, each once, and are numbered everywhere from then on", async () => {
  const { zoneA, zoneB, receive, told } = await aDock();
  await expect(receive(zoneA, { serials: "S1" })).rejects.toMatchObject({ fields: { serials: "serialsCount" } });
  await expect(receive(zoneA, { serials: "S1\nS1" })).rejects.toMatchObject({ fields: { serials: "serialTwice" } });
  await receive(zoneA, { serials: "S1, S2" });
  await told();
  await expect(receive(zoneB, {})).rejects.toMatchObject({ reason: "floor.serialsNeeded" });
  await expect(receive(zoneB, { serials: "S2 S3" })).rejects.toMatchObject({ reason: "floor.serialOtherZone" });
  await receive(zoneB, { serials: "S3 S4" });
});

test("damaged goods come in as damaged, on the plate they stand on, and are not sold", async () => {
  const { zoneA, receive, linesOf, told, manager, variantId } = await aDock();
  await receive(zoneA, { binId: "apart", status: "damaged", plate: "PAL-7" });
  await told();
  expect(await linesOf(zoneA)).toEqual([{ bin: "apart", plate: "PAL-7", status: "damaged", qty: 2 }]);
  expect((await readAvailability(manager, [variantId])).get(variantId)).toMatchObject({ onHand: 2, damaged: 2, available: 0 });
});
