import { expect, test } from "vitest";
import { aDepot } from "#db/testing/depot.ts";
import { listProductShoppers } from "./list-product-shoppers.server.ts";

async function aShelf() {
  const depot = await aDepot();
  const { variantId, listingRef } = await depot.aProduct();
  const { productId } = depot.home.shop;
  await depot.receive(depot.zoneA, variantId, 5);
  const timeline = async () => listProductShoppers(depot.manager, { id: productId, limit: 40 });
  const stockLines = async () =>
    (await timeline()).data.filter((entry) => entry.kind === "stock").map(({ what, delta }) => ({ what, delta }));
  return { ...depot, productId, variantId, listingRef, timeline, stockLines };
}

test("what the warehouse gained and lost of a product stands on its line of time, and ways from bin to bin do not", async () => {
  const { ask, zoneA, variantId, listingRef, aShippedOrder, stockLines } = await aShelf();
  await ask(zoneA, { type: "move", sku: variantId, qty: 2, fromBin: "shelf-1", toBin: "shelf-2" });
  await aShippedOrder(zoneA, [{ listingRef, quantity: 1 }]);
  expect(await stockLines()).toEqual([
    { what: "shipped", delta: -1 },
    { what: "received", delta: 5 },
  ]);
});

test("a zone that does not answer is named, and all else is there", async () => {
  const { receive, zoneA, zoneB, variantId, manager, timeline, stockLines } = await aShelf();
  await receive(zoneB, variantId, 3);
  const { moves } = manager.ports.zoneRooms;
  manager.ports.zoneRooms.moves = (zone, asked) =>
    zone.zoneId === zoneA ? Promise.reject(new Error("the room is gone")) : moves(zone, asked);
  expect(await stockLines()).toEqual([{ what: "received", delta: 3 }]);
  expect((await timeline()).unheardZones).toEqual([expect.stringContaining("Picking 1")]);
});

test("whoever may not see the warehouse sees the rest of the line", async () => {
  const { stage, home, productId } = await aShelf();
  const key = stage.as(home, { scopes: ["shoppers:read"] });
  expect((await listProductShoppers(key, { id: productId, limit: 40 })).data.filter(({ kind }) => kind === "stock")).toEqual([]);
});
