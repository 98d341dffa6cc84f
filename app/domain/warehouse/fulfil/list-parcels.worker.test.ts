import { expect, test } from "vitest";
import { aDepot } from "#db/testing/depot.ts";
import type { ServiceContext } from "../../context.ts";
import { listParcels } from "./list-parcels.server.ts";
import { packOrder } from "./pack-order.server.ts";
import { releaseOrders } from "./release-orders.server.ts";
import { shipOrder } from "./ship-order.server.ts";

test("a bench sees what can be packed or handed over with all that belongs in it, and no longer what has left", async () => {
  const depot = await aDepot();
  const { manager, home, stage, zoneA, zoneB, warehouseId } = depot;
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(zoneA, variantId, 3);
  await depot.receive(zoneB, variantId, 2);
  const orderId = await depot.anOrder([{ listingRef, quantity: 5 }]);
  await releaseOrders(manager, { warehouseId, orderIds: [orderId] });
  await depot.settle();
  const { id } = await depot.fulfilmentOf(orderId);
  const seenBy = async (ctx: ServiceContext, input: { warehouseId?: string } = {}) =>
    (await listParcels(ctx, input)).filter((parcel) => parcel.id === id);
  expect(await seenBy(manager)).toEqual([]);
  await depot.pickAll(zoneA);
  await depot.pickAll(zoneB);
  // Two zones gave it, one box holds it.
  const box = { id, isCalledOff: false, lines: [{ sku: variantId, code: variantId, qty: 5 }] };
  expect(await seenBy(manager)).toMatchObject([{ ...box, state: "picked" }]);
  expect(await seenBy(manager, { warehouseId: "whs_other" })).toEqual([]);

  const person = { userId: home.people.picker.id, name: "P", role: "picker" as const, proof: "badge" as const, shiftId: "shf_1" };
  const tablet = (at: string) => stage.visitor.enter(home.id, { kind: "device", deviceId: "dev_1", name: "T", warehouseId: at, person });
  expect(await seenBy(tablet("whs_other"), { warehouseId })).toEqual([]);
  await expect(packOrder(tablet("whs_other"), { id })).rejects.toMatchObject({ reason: "fulfilmentNotFound" });
  const own = tablet(warehouseId);
  await packOrder(own, { id, weightGrams: 900 });
  expect(await seenBy(own)).toMatchObject([{ ...box, state: "packed" }]);
  await shipOrder(own, { id, trackingCode: "BR1" });
  expect(await seenBy(own)).toEqual([]);
});
