import { expect, test } from "vitest";
import { aDepot } from "#db/testing/depot.ts";
import { listStock } from "./list-stock.server.ts";

test("the stock of one SKU is found by its code and by its id, over all zones or in one", async () => {
  const depot = await aDepot();
  const { manager, zoneA, zoneB } = depot;
  const [kettle, pan] = [await depot.aProduct(), await depot.aProduct()];
  await depot.receive(zoneA, kettle.variantId, 3);
  await depot.receive(zoneB, kettle.variantId, 2);
  await depot.receive(zoneA, pan.variantId, 7);
  await depot.settle();
  const { data } = await listStock(manager);
  const code = data.find(({ id }) => id === kettle.variantId)?.sku;
  expect(code).toBeDefined();
  const found = { data: [{ id: kettle.variantId, onHand: 5 }], nextCursor: null };
  expect(await listStock(manager, { sku: code })).toMatchObject(found);
  expect(await listStock(manager, { sku: kettle.variantId })).toMatchObject(found);
  expect(await listStock(manager, { sku: code, zoneId: zoneB })).toMatchObject({ data: [{ onHand: 2 }] });
  expect(await listStock(manager, { sku: "no-such-sku" })).toEqual({ data: [], nextCursor: null });
});
