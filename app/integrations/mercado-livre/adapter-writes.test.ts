import { describe, expect, test } from "vitest";
import type { ChangeableListing, ChannelClient } from "#app/domain/channels/ports.ts";
import { refusalOf } from "./refusals.ts";
import { mercadoLivreWorld } from "./testing/world.ts";
import { spreadStock, toAmount, toItemBody } from "./writes.ts";
import { itemSchema } from "./wire-listings.ts";

const flask = "MLB3300000003";
/** One listing with three variations. */
const pans = "MLB3300000001";

const price = (listingRef: string, priceCents: number, modelRef = "") => ({ listingRef, modelRef, priceCents, currency: "BRL" });
const stock = (listingRef: string, count: number, modelRef = "") => ({ listingRef, modelRef, stock: count });

async function only(client: ChannelClient, ref: string) {
  const { found } = await client.listings([ref], "core");
  return found;
}

/** The demo shop with the two listings in a plain state, whatever the seed made of them. */
function plainWorld() {
  const world = mercadoLivreWorld();
  for (const listing of [flask, pans]) {
    world.act("automate-price", { listing, on: false });
    world.act("change-stock", { listing, stock: 20 });
    world.act("activate", { listing });
  }
  return { ...world, client: world.open() };
}

describe("a price", () => {
  test("is written and read back", async () => {
    const { client } = plainWorld();
    expect(await client.setPrice([price(flask, 12_345)])).toEqual([{ listingRef: flask, modelRef: "", kind: "applied", value: 12_345 }]);
    expect(await only(client, flask)).toMatchObject([{ priceCents: 12_345 }]);
  });

  test("of one variation leaves the others as they were, and none is lost", async () => {
    const { client } = plainWorld();
    const before = await only(client, pans);
    expect(before).toHaveLength(3);
    const [first, second] = before;
    const outcomes = await client.setPrice([price(pans, 40_001, second?.modelRef)]);
    expect(outcomes).toMatchObject([{ kind: "applied", value: 40_001 }]);
    const after = await only(client, pans);
    expect(after.map((one) => one.priceCents)).toEqual([first?.priceCents, 40_001, before[2]?.priceCents]);
  });

  test("that the vendor moves by its own rule is refused before a call is made", async () => {
    const world = plainWorld();
    world.act("automate-price", { listing: flask });
    expect(await world.client.setPrice([price(flask, 9_900)])).toMatchObject([{ kind: "refused", reason: "price-automated" }]);
    expect(world.requests.filter((request) => request.method === "PUT")).toEqual([]);
  });

  test.each(["refused", "ignored"] as const)("that became automated meanwhile is seen when the write is %s", async (automatedPrice) => {
    const world = plainWorld();
    world.act("switch", { automatedPrice });
    world.act("automate-price", { listing: flask });
    world.next.push(() => Response.json({ items: [], paging: { total: 0 } }));
    expect(await world.client.setPrice([price(flask, 9_900)])).toMatchObject([{ kind: "refused", reason: "price-automated" }]);
  });

  test("of a variation that was taken with a warning and ignored is refused, because it is read back", async () => {
    const world = plainWorld();
    world.act("automate-price", { listing: pans });
    const [model] = await only(world.client, pans);
    world.next.push(() => Response.json({ items: [], paging: { total: 0 } }));
    expect(await world.client.setPrice([price(pans, 9_900, model?.modelRef)])).toMatchObject([
      { kind: "refused", reason: "price-automated" },
    ]);
  });

  test("that was taken without a word and not changed is refused, because only what is read back counts", async () => {
    const world = plainWorld();
    const asUsual = (request: Request) => world.simulator.fetch(request, world.tools());
    world.next.push(asUsual, asUsual, () => Response.json({ id: flask }));
    expect(await world.client.setPrice([price(flask, 9_900)])).toMatchObject([{ kind: "refused", reason: "other" }]);
  });

  test.each([0, -5, 1.5])("of %s cents is out of range and never sent", async (cents) => {
    const world = plainWorld();
    expect(await world.client.setPrice([price(flask, cents)])).toMatchObject([{ kind: "refused", reason: "out-of-range" }]);
    expect(world.requests.filter((request) => request.method === "PUT")).toEqual([]);
  });

  test("the vendor finds too high is out of range in its own words", async () => {
    const { client } = plainWorld();
    const [outcome] = await client.setPrice([price(flask, 900_000_000)]);
    expect(outcome).toMatchObject({ kind: "refused", reason: "out-of-range" });
    expect(outcome?.kind === "refused" ? outcome.vendorText : "").toContain("price");
  });

  test("of what is unknown, another's or closed is refused, and the rest of the batch goes through in its order", async () => {
    const world = plainWorld();
    world.act("close", { listing: pans });
    const outcomes = await world.client.setPrice([
      price("MLB1", 100),
      price(flask, 7_000),
      price("MLB3400005000", 100),
      price(pans, 100, "210000000001"),
      price(flask, 1, "99"),
    ]);
    expect(outcomes.map((one) => (one.kind === "refused" ? one.reason : one.kind))).toEqual([
      "not-found",
      "applied",
      "not-found",
      "closed",
      "not-found",
    ]);
  });

  test("that meets another write is tried once more after reading, and then given up as stale", async () => {
    const world = plainWorld();
    world.act("switch", { lockNextWrites: 1 });
    expect(await world.client.setPrice([price(flask, 8_000)])).toMatchObject([{ kind: "applied" }]);
    world.act("switch", { lockNextWrites: 5 });
    expect(await world.client.setPrice([price(flask, 8_100)])).toMatchObject([{ kind: "refused", reason: "stale-version" }]);
    expect(world.requests.filter((request) => request.method === "PUT")).toHaveLength(4);
  });
});

describe("stock", () => {
  test("nothing left pauses a listing and goods bring it back", async () => {
    const { client } = plainWorld();
    expect(await client.setStock([stock(flask, 0)])).toMatchObject([{ kind: "applied", value: 0 }]);
    expect(await only(client, flask)).toMatchObject([{ status: "paused", statusReasons: ["out_of_stock"] }]);
    await client.setStock([stock(flask, 4)]);
    expect(await only(client, flask)).toMatchObject([{ status: "active", stock: 4 }]);
  });

  test("counts for a listing its seller has paused, which stays paused", async () => {
    const world = plainWorld();
    world.act("pause", { listing: flask });
    expect(await world.client.setStock([stock(flask, 9)])).toMatchObject([{ kind: "applied", value: 9 }]);
    expect(await only(world.client, flask)).toMatchObject([{ status: "paused", statusReasons: ["paused_by_seller"], stock: 9 }]);
  });

  test("of goods in the vendor's own warehouse is the vendor's", async () => {
    const { client } = plainWorld();
    const [page] = [await client.listingRefs(null)];
    const { found } = await client.listings(page.refs.slice(0, 60), "core");
    const full = found.find((listing) => listing.logisticType === "fulfillment" && listing.status === "active" && listing.modelRef === "");
    expect(await client.setStock([stock(full?.listingRef ?? "", 5)])).toMatchObject([{ kind: "refused", reason: "managed-by-vendor" }]);
  });

  test("of a variation leaves the others as they were", async () => {
    const world = plainWorld();
    const { found } = await world.client.listings((await world.client.listingRefs(null)).refs.slice(0, 100), "core");
    const own = found.filter((listing) => listing.modelRef !== "" && listing.logisticType !== "fulfillment" && listing.status !== "closed");
    const [first] = own;
    const others = own.filter((listing) => listing.listingRef === first?.listingRef && listing.modelRef !== first.modelRef);
    expect(others).toHaveLength(2);
    expect(await world.client.setStock([stock(first?.listingRef ?? "", 3, first?.modelRef)])).toMatchObject([
      { kind: "applied", value: 3 },
    ]);
    const after = await only(world.client, first?.listingRef ?? "");
    expect(after.filter((one) => one.modelRef !== first?.modelRef).map((one) => one.stock)).toEqual(others.map((one) => one.stock));
  });
});

describe("a status", () => {
  const status = (listingRef: string, to: "active" | "paused", modelRef = "") => ({ listingRef, modelRef, status: to });

  test("pauses a listing with all its models in one write, and puts it back on sale", async () => {
    const world = plainWorld();
    const [first, second] = await only(world.client, pans);
    const changes = [first, second].map((model) => status(pans, "paused", model?.modelRef));
    expect(await world.client.setStatus(changes)).toMatchObject([
      { kind: "applied", value: 0 },
      { kind: "applied", value: 0 },
    ]);
    expect(world.requests.filter((request) => request.method === "PUT")).toHaveLength(1);
    expect((await only(world.client, pans)).map((model) => model.status)).toEqual(["paused", "paused", "paused"]);
    expect(await world.client.setStatus([status(pans, "active", first?.modelRef)])).toMatchObject([{ kind: "applied", value: 1 }]);
    expect((await only(world.client, pans)).map((model) => model.status)).toEqual(["active", "active", "active"]);
  });

  test("of a listing without stock stays paused, and no write is sent", async () => {
    const world = plainWorld();
    world.act("change-stock", { listing: flask, stock: 0 });
    expect(await world.client.setStatus([status(flask, "active")])).toMatchObject([{ kind: "refused", reason: "no-stock" }]);
    expect(world.requests.filter((request) => request.method === "PUT")).toEqual([]);
  });

  test("of a closed listing is refused", async () => {
    const world = plainWorld();
    world.act("close", { listing: flask });
    expect(await world.client.setStatus([status(flask, "active")])).toMatchObject([{ kind: "refused", reason: "closed" }]);
  });
});

describe("what is known before a call", () => {
  const listing: ChangeableListing = {
    modelRef: "",
    status: "active",
    statusReasons: [],
    logisticType: "drop_off",
    isPriceAutomated: false,
    regularPriceCents: null,
    stock: 3,
    reserved: 0,
  };

  test.each([
    ["nothing stands against a plain listing", {}, "price", 900, null],
    ["a price by the vendor's rule", { isPriceAutomated: true }, "price", 900, "price-automated"],
    ["stock in the vendor's warehouse", { logisticType: "fulfillment" }, "stock", 4, "managed-by-vendor"],
    ["the price of goods in the vendor's warehouse is free", { logisticType: "fulfillment" }, "price", 900, null],
    ["an ended listing", { status: "closed" }, "status", 1, "closed"],
    ["a listing under review", { status: "review" }, "price", 900, "under-review"],
    ["nothing to sell", { status: "paused", stock: 0 }, "status", 1, "no-stock"],
    ["one model of several without stock", { status: "paused", stock: 0, modelRef: "1" }, "status", 1, null],
    ["a listing the vendor keeps back", { status: "inactive" }, "status", 1, "managed-by-vendor"],
  ] as const)("%s", (_what, change, kind, after, reason) => {
    expect(refusalOf({ ...listing, ...change }, { kind, after })).toBe(reason);
  });
});

describe("stock in depots", () => {
  async function depotWorld() {
    const world = mercadoLivreWorld();
    const client = world.open("200600");
    const { found } = await client.listings((await client.listingRefs(null)).refs, "core");
    const listing = found.find((one) => one.logisticType !== "fulfillment" && one.status === "active");
    if (listing === undefined) throw new Error("The shop has nothing in its own depots");
    return { ...world, client, listing };
  }

  test("is written with the version that was read, and adds up to the total asked for", async () => {
    const { client, listing, requests } = await depotWorld();
    expect(await client.setStock([stock(listing.listingRef, 50)])).toMatchObject([{ kind: "applied", value: 50 }]);
    expect(requests.find((request) => request.method === "PUT")?.headers.get("x-version")).toBe("1");
    expect(await only(client, listing.listingRef)).toMatchObject([{ stock: 50 }]);
  });

  test("that changed meanwhile is read again once, and then given up as stale", async () => {
    const { act, client, listing } = await depotWorld();
    act("switch", { lockNextWrites: 1 });
    expect(await client.setStock([stock(listing.listingRef, 7)])).toMatchObject([{ kind: "applied" }]);
    act("switch", { lockNextWrites: 9 });
    expect(await client.setStock([stock(listing.listingRef, 8)])).toMatchObject([{ kind: "refused", reason: "stale-version" }]);
  });
});

test("a write names every variation, because the vendor removes those left out", () => {
  const variations = [1, 2].map((id) => ({ id, price: 10, available_quantity: 1 }));
  const wire = {
    id: "MLB1",
    seller_id: 1,
    title: "t",
    currency_id: "BRL",
    available_quantity: 2,
    status: "active",
    variations,
    date_created: "2026-01-01T00:00:00Z",
    last_updated: "2026-01-01T00:00:00Z",
  };
  const body = toItemBody(itemSchema.parse(wire), [{ listingRef: "MLB1", modelRef: "2", value: 1_990 }], "price");
  expect(body).toEqual({ variations: [{ id: 1 }, { id: 2, price: 19.9 }] });
});

test("cents become the decimal the vendor takes, exactly", () => {
  expect([1, 10, 105, 5_990, 123_456_789].map(toAmount)).toEqual([0.01, 0.1, 1.05, 59.9, 1_234_567.89]);
});

test.each([
  [[5, 3], 10, [7, 3]],
  [[5, 3], 6, [3, 3]],
  [[5, 3], 2, [0, 2]],
  [[5, 3], 0, [0, 0]],
  [[0], 4, [4]],
])("depots with %j become %i in all as %j", (quantities, total, expected) => {
  const depots = quantities.map((quantity) => ({ type: "seller_warehouse", quantity, store_id: null, network_node_id: null }));
  expect(spreadStock(depots, total).map((depot) => depot.quantity)).toEqual(expected);
});

describe("a text", () => {
  test("of the description is written and read back, without touching the title", async () => {
    const { client } = plainWorld();
    const text = "Garrafa de inox.\nLinha dois.";
    expect(await client.setText({ listingRef: flask, field: "description", text })).toEqual({ kind: "applied", text });
    expect((await client.listings([flask], "full")).found).toMatchObject([{ description: text }]);
  });

  test("of the title is taken before the first sale, and locked after it", async () => {
    const { client } = plainWorld();
    const rename = (listingRef: string) => client.setText({ listingRef, field: "title", text: "Garrafa Térmica Inox Preta 500 ml" });
    expect(await rename(flask)).toMatchObject({ kind: "refused", reason: "title-locked" });
    const { refs } = await client.listingRefs(null);
    const unsold = (await client.listings(refs, "core")).found.find(({ sold, status }) => sold === 0 && status === "active");
    expect(await rename(unsold?.listingRef ?? "")).toEqual({ kind: "applied", text: "Garrafa Térmica Inox Preta 500 ml" });
  });

  test("of a listing that is not there is refused by that", async () => {
    const { client } = plainWorld();
    expect(await client.setText({ listingRef: "MLB1", field: "title", text: "Outra" })).toMatchObject({ reason: "not-found" });
  });
});
