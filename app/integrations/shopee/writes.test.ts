import { expect, test } from "vitest";
import type { ChannelClient } from "#app/domain/channels/ports.ts";
import type { RemoteListing } from "#app/domain/channels/remote.ts";
import { shopeeWorld } from "./testing/shopee-world.ts";

async function openWithListings() {
  const world = shopeeWorld();
  const shop = await world.open();
  const listings: RemoteListing[] = [];
  for (const place of ["0", "100", "200"]) {
    const { refs } = await shop.listingRefs(place);
    listings.push(...(await shop.listings(refs)).found);
  }
  const active = listings.filter(({ status }) => status === "active");
  return {
    ...world,
    shop,
    listings,
    active,
    free: active.filter(({ regularPriceCents, reserved }) => regularPriceCents === null && reserved === 0),
  };
}

const price = ({ listingRef, modelRef }: RemoteListing, priceCents: number) => ({ listingRef, modelRef, priceCents, currency: "BRL" });
const stock = ({ listingRef, modelRef }: RemoteListing, units: number) => ({ listingRef, modelRef, stock: units });

async function readAgain(shop: ChannelClient, listing: RemoteListing): Promise<RemoteListing | undefined> {
  const { found } = await shop.listings([listing.listingRef]);
  return found.find(({ modelRef }) => modelRef === listing.modelRef);
}

function need(listing: RemoteListing | undefined): RemoteListing {
  if (listing === undefined) throw new Error("the simulated shop has no such listing");
  return listing;
}

test("a price is written to the cent and read back, for plain items and for single models", async () => {
  const { shop, free } = await openWithListings();
  const plain = need(free.find(({ modelRef }) => modelRef === ""));
  const model = need(free.find(({ modelRef }) => modelRef !== ""));
  expect(await shop.setPrice([price(plain, 12_345), price(model, 70_001)])).toEqual([
    { listingRef: plain.listingRef, modelRef: "", kind: "applied", value: 12_345 },
    { listingRef: model.listingRef, modelRef: model.modelRef, kind: "applied", value: 70_001 },
  ]);
  expect((await readAgain(shop, plain))?.priceCents).toBe(12_345);
  expect((await readAgain(shop, model))?.priceCents).toBe(70_001);
});

test("of one item some models may be taken and others refused, and each is told its own", async () => {
  const { shop, active } = await openWithListings();
  const models = active.filter(({ modelRef }) => modelRef !== "");
  const bad = need(models.find(({ regularPriceCents }) => regularPriceCents !== null));
  const good = need(models.find(({ listingRef, regularPriceCents }) => listingRef === bad.listingRef && regularPriceCents === null));
  const ghost = { ...good, modelRef: "1" };
  expect(await shop.setPrice([price(bad, 5_000), price(good, 6_000), price(ghost, 7_000)])).toMatchObject([
    { modelRef: bad.modelRef, kind: "refused", reason: "promotion-running" },
    { modelRef: good.modelRef, kind: "applied", value: 6_000 },
    { modelRef: "1", kind: "refused", reason: "not-found" },
  ]);
});

test("a price out of range, a banned item and an item of nobody are refused with their reason", async () => {
  const { shop, free, listings } = await openWithListings();
  const banned = need(listings.find(({ statusReasons }) => statusReasons.includes("BANNED")));
  const outcomes = await shop.setPrice([price(need(free[0]), 1), price(banned, 5_000), price({ ...banned, listingRef: "77" }, 5_000)]);
  expect(outcomes).toMatchObject([
    { kind: "refused", reason: "out-of-range" },
    { kind: "refused", reason: "closed", vendorText: "product.error_busi: The item is banned." },
    { kind: "refused", reason: "not-found" },
  ]);
});

test("stock is written and read back, never below what is reserved, and never for goods that Shopee keeps", async () => {
  const { shop, free, active, act } = await openWithListings();
  const plain = need(free.find(({ modelRef, logisticType }) => modelRef === "" && logisticType === "seller"));
  const fbs = need(active.find(({ logisticType }) => logisticType === "fulfilled-by-shopee"));
  expect(await shop.setStock([stock(plain, 31), stock(fbs, 3)])).toMatchObject([
    { kind: "applied", value: 31 },
    { kind: "refused", reason: "managed-by-vendor" },
  ]);
  expect((await readAgain(shop, plain))?.stock).toBe(31);
  await act("change-stock", { itemId: plain.listingRef, stock: 10, reserved: 4 });
  expect(await shop.setStock([stock(plain, 3)])).toMatchObject([{ kind: "refused", reason: "below-reserved" }]);
  expect(await shop.setStock([stock(plain, 4)])).toMatchObject([{ kind: "applied", value: 4 }]);
  expect(await readAgain(shop, plain)).toMatchObject({ stock: 4, reserved: 4 });
});

const status = ({ listingRef, modelRef }: RemoteListing, to: "active" | "paused") => ({ listingRef, modelRef, status: to });

test("many items are paused in one call, each is told its own, and what is paused comes back on sale", async () => {
  const { shop, active, listings, requests } = await openWithListings();
  const plain = need(active.find(({ modelRef }) => modelRef === ""));
  const model = need(active.find(({ modelRef }) => modelRef !== ""));
  const banned = need(listings.find(({ statusReasons }) => statusReasons.includes("BANNED")));
  const before = requests.length;
  expect(await shop.setStatus([status(plain, "paused"), status(model, "paused"), status(banned, "active")])).toMatchObject([
    { listingRef: plain.listingRef, kind: "applied", value: 0 },
    { listingRef: model.listingRef, modelRef: model.modelRef, kind: "applied", value: 0 },
    { listingRef: banned.listingRef, kind: "refused", reason: "closed" },
  ]);
  expect(requests).toHaveLength(before + 1);
  expect([(await readAgain(shop, plain))?.status, (await readAgain(shop, model))?.status]).toEqual(["paused", "paused"]);
  expect(await shop.setStatus([status(plain, "active")])).toMatchObject([{ kind: "applied", value: 1 }]);
  expect((await readAgain(shop, plain))?.status).toBe("active");
});

test("what the vendor refuses is known before a call, as far as the listing tells", async () => {
  const { adapter, shop, active, listings, act } = await openWithListings();
  const plain = need(active.find(({ modelRef, regularPriceCents }) => modelRef === "" && regularPriceCents === null));
  const promoted = need(active.find(({ regularPriceCents }) => regularPriceCents !== null));
  const fbs = need(active.find(({ logisticType }) => logisticType === "fulfilled-by-shopee"));
  const banned = need(listings.find(({ statusReasons }) => statusReasons.includes("BANNED")));
  await act("send-to-review", { itemId: plain.listingRef });
  const reviewed = need(await readAgain(shop, plain));
  expect([
    adapter.refusalOf(plain, { kind: "price", after: 900 }),
    adapter.refusalOf(promoted, { kind: "price", after: 900 }),
    adapter.refusalOf(fbs, { kind: "stock", after: 3 }),
    adapter.refusalOf({ ...plain, reserved: 4 }, { kind: "stock", after: 3 }),
    adapter.refusalOf(banned, { kind: "status", after: 1 }),
    adapter.refusalOf(reviewed, { kind: "status", after: 0 }),
    adapter.refusalOf(reviewed, { kind: "price", after: 900 }),
  ]).toEqual([null, "promotion-running", "managed-by-vendor", "below-reserved", "closed", "under-review", null]);
  expect(await shop.setPrice([price(promoted, 900)])).toMatchObject([{ kind: "refused", reason: "promotion-running" }]);
});

test("one call carries one item; its models travel together", async () => {
  const { shop, active, requests } = await openWithListings();
  const [first, second] = active.filter(({ modelRef }) => modelRef === "");
  const model = need(active.find(({ modelRef }) => modelRef !== ""));
  const siblings = active.filter(({ listingRef }) => listingRef === model.listingRef);
  const before = requests.length;
  await shop.setStock([stock(need(first), 1), ...siblings.map((one) => stock(one, 9)), stock(need(second), 2)]);
  const bodies = requests.slice(before).map(({ body }): unknown => JSON.parse(body));
  expect(bodies).toHaveLength(3);
  expect(bodies[1]).toEqual({
    item_id: Number(model.listingRef),
    stock_list: siblings.map(({ modelRef }) => ({ model_id: Number(modelRef), seller_stock: [{ stock: 9 }] })),
  });
});

test("a failure after the first item keeps what is already written and leaves the rest for later", async () => {
  const { shop, free, vendorAnswers, requests } = await openWithListings();
  const [first, second, third] = free
    .filter(({ modelRef, logisticType }) => modelRef === "" && logisticType === "seller")
    .map((one) => stock(one, 8));
  if (!first || !second || !third) throw new Error("too few listings");
  vendorAnswers.push(
    Response.json({ error: "", response: { success_list: [{ model_id: 0 }] } }),
    Response.json({ error: "error_rate_limit", message: "slow down" }),
  );
  const before = requests.length;
  expect(await shop.setStock([first, second, third])).toMatchObject([
    { kind: "applied", value: 8 },
    { kind: "refused", reason: "try-later" },
    { kind: "refused", reason: "try-later" },
  ]);
  expect(requests).toHaveLength(before + 2);
});

test("a failure before anything is written is an error, and so is losing access at any time", async () => {
  const { shop, free, vendorAnswers } = await openWithListings();
  const changes = free.slice(0, 2).map((one) => stock(one, 8));
  vendorAnswers.push(Response.json({ error: "invalid_acceess_token", message: "" }, { status: 403 }));
  await expect(shop.setStock(changes)).rejects.toMatchObject({ fault: "token-expired" });
  vendorAnswers.push(Response.json({ error: "source_ip_undeclared", message: "" }, { status: 403 }));
  await expect(shop.setStock(changes)).rejects.toMatchObject({ fault: "rejected" });
});

test("a model that the answer does not mention is not taken for written", async () => {
  const { shop, free, vendorAnswers } = await openWithListings();
  vendorAnswers.push(Response.json({ error: "", response: { success_list: [], failure_list: [] } }));
  expect(await shop.setPrice([price(need(free[0]), 5_000)])).toMatchObject([{ kind: "refused", reason: "try-later" }]);
});

test("a write is never repeated by itself", async () => {
  const { shop, free, vendorAnswers, requests } = await openWithListings();
  vendorAnswers.push(new Response("", { status: 503 }));
  const before = requests.length;
  await expect(shop.setPrice([price(need(free[0]), 5_000)])).rejects.toMatchObject({ fault: "unavailable" });
  expect(requests).toHaveLength(before + 1);
});

test("name and description of an item are written, each alone, and read back", async () => {
  const { shop, free } = await openWithListings();
  const listing = need(free[0]);
  const title = "Chaleira Elétrica Inox 1,8 L 127 V";
  const description = "Chaleira elétrica de aço inox com desligamento automático e base giratória.";
  const { listingRef } = listing;
  expect(await shop.setText({ listingRef, field: "title", text: title })).toEqual({ kind: "applied", text: title });
  expect(await readAgain(shop, listing)).toMatchObject({ title, description: listing.description });
  expect(await shop.setText({ listingRef, field: "description", text: description })).toEqual({ kind: "applied", text: description });
  expect(await readAgain(shop, listing)).toMatchObject({ title, description });
  expect(await shop.setText({ listingRef, field: "description", text: "curta" })).toMatchObject({
    kind: "refused",
    reason: "out-of-range",
  });
});
