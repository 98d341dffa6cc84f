import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { variants } from "#db/schema/catalog.ts";
import { updateWhere } from "#db/writes.ts";
import { aDepot } from "#db/testing/depot.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { packOrder } from "../fulfil/pack-order.server.ts";
import { readFulfilment } from "../fulfil/read-fulfilment.server.ts";
import { releaseOrders } from "../fulfil/release-orders.server.ts";
import { addCarton } from "./add-carton.server.ts";
import { addUsualCartons } from "./add-usual-cartons.server.ts";
import { changeCarton } from "./change-carton.server.ts";
import { listCartons } from "./list-cartons.server.ts";
import { suggestCartons } from "./suggest-cartons.server.ts";
import { usualCartons } from "./usual-cartons.ts";

const box = { name: "Shoe box", lengthMm: 300, widthMm: 200, heightMm: 150, weightGrams: 140, maxWeightGrams: 9_000 };

async function aPickedOrder() {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  await depot.receive(depot.zoneA, variantId, 5);
  const orderId = await depot.anOrder([{ listingRef, quantity: 2 }]);
  await releaseOrders(depot.manager, { warehouseId: depot.warehouseId, orderIds: [orderId] });
  await depot.settle();
  await depot.pickAll(depot.zoneA);
  const { id } = await depot.fulfilmentOf(orderId);
  for (const carton of (await listCartons(depot.manager)).data) {
    await changeCarton(depot.manager, { id: carton.id, version: carton.version, isActive: false });
  }
  const measure = () =>
    writeRows(depot.home.id, updateWhere(variants, eq(variants.id, variantId), { lengthMm: 200, widthMm: 150, heightMm: 70 }));
  return { depot, id, variantId, lineId: `${orderId}/0`, measure, picker: depot.stage.as(depot.home, { role: "picker" }) };
}

test("an order says which goods have no size, then which carton it goes into, and what was taken stays with the parcel", async () => {
  const { depot, id, variantId, lineId, measure, picker } = await aPickedOrder();
  expect(await suggestCartons(picker, { id })).toEqual({ kind: "no-cartons" });
  const { id: cartonId } = await addCarton(depot.manager, box);
  expect(await suggestCartons(picker, { id })).toMatchObject({ kind: "not-known", unmeasured: [{ lineId, sku: variantId }] });
  await measure();
  const suggestion = await suggestCartons(picker, { id });
  const contents = [{ lineId, quantity: 2 }];
  expect(suggestion).toMatchObject({ kind: "planned", cartons: [{ cartonId, contents, weightGrams: 2_340, fillPercent: 47 }] });
  await packOrder(picker, { id, weightGrams: 2_310, cartons: [{ cartonId, contents }] });
  await changeCarton(depot.manager, { id: cartonId, version: 1, name: "Old shoe box", lengthMm: 310 });
  expect((await readFulfilment(picker, { id })).parcel).toEqual({
    lengthMm: 300,
    widthMm: 200,
    heightMm: 150,
    weightGrams: 2_310,
    cartons: [{ cartonId, name: "Shoe box", lengthMm: 300, widthMm: 200, heightMm: 150, contents }],
  });
});

test("an order is not packed into a carton of nobody or with goods that are not its own, and stays to be packed", async () => {
  const { depot, id, lineId, picker } = await aPickedOrder();
  const { id: cartonId } = await addCarton(depot.manager, box);
  const asked = (cartons: { cartonId: string; contents: { lineId: string; quantity: number }[] }[]) => packOrder(picker, { id, cartons });
  await expect(asked([{ cartonId: "ctn_nobody", contents: [] }])).rejects.toMatchObject({
    fields: { "cartons.0.cartonId": "cartonNotFound" },
  });
  await expect(asked([{ cartonId, contents: [{ lineId, quantity: 3 }] }])).rejects.toMatchObject({ fields: { cartons: "contentsDiffer" } });
  expect(await readFulfilment(picker, { id })).toMatchObject({ state: "picked", parcel: null });
});

test("a retired carton is no longer suggested, its name is free, and it comes back only while nobody else has it", async () => {
  const { depot, id, measure } = await aPickedOrder();
  await measure();
  const { id: cartonId } = await addCarton(depot.manager, box);
  await expect(addCarton(depot.manager, box)).rejects.toMatchObject({ fields: { name: "cartonNameTaken" } });
  await changeCarton(depot.manager, { id: cartonId, version: 1, isActive: false });
  expect(await suggestCartons(depot.manager, { id })).toEqual({ kind: "no-cartons" });
  await addCarton(depot.manager, box);
  await expect(changeCarton(depot.manager, { id: cartonId, version: 2, isActive: true })).rejects.toMatchObject({
    fields: { name: "cartonNameTaken" },
  });
  await expect(changeCarton(depot.manager, { id: cartonId, version: 1, name: "Late" })).rejects.toMatchObject({
    reason: "changedMeanwhile",
  });
});

test("the usual cartons come once, beside whatever is there", async () => {
  const home = await aWorkspace();
  const manager = createStage().as(home, { role: "manager" });
  expect(await addUsualCartons(manager)).toEqual({ added: usualCartons.length });
  expect(await addUsualCartons(manager)).toEqual({ added: 0 });
  expect((await listCartons(manager)).data).toHaveLength(usualCartons.length + 1);
});
