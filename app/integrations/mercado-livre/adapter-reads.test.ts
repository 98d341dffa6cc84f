import { describe, expect, test } from "vitest";
import type { ChannelClient, Place } from "#app/domain/channels/ports.ts";
import type { RemoteOrder } from "#app/domain/channels/remote.ts";
import { simulatedNowMs } from "./fixtures.ts";
import { mercadoLivreWorld } from "./testing/world.ts";

const dayMs = 86_400_000;
const flask = "MLB3300000003";

async function everyPage<Page extends { next: Place }>(read: (place: Place) => Promise<Page>): Promise<Page[]> {
  const pages: Page[] = [];
  let place: Place = null;
  do {
    const page = await read(place);
    pages.push(page);
    place = page.next;
  } while (place !== null);
  return pages;
}

function sellerIn(world: ReturnType<typeof mercadoLivreWorld>, seller: number): Record<string, unknown> {
  const sellers = world.state()["sellers"] as Record<string, unknown>[];
  return sellers.find((one) => one["seller"] === seller) ?? {};
}

async function everyOrder(world: ReturnType<typeof mercadoLivreWorld>, client: ChannelClient): Promise<Map<string, RemoteOrder>> {
  const orders = new Map<string, RemoteOrder>();
  for (const window of world.adapter.orderWindows({ fromMs: simulatedNowMs - 95 * dayMs, toMs: simulatedNowMs })) {
    for (const page of await everyPage((place) => client.orderPage(window, place))) {
      for (const order of await page.complete()) orders.set(order.orderRef, order);
    }
  }
  return orders;
}

describe("listings", () => {
  test("a scan finds every listing once, with the total, and ends", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const pages = await everyPage((place) => client.listingRefs(place));
    const refs = pages.flatMap((page) => page.refs);
    expect(new Set(refs).size).toBe(refs.length);
    expect([refs.length, pages[0]?.total]).toEqual([sellerIn(world, 200_300)["listings"], refs.length]);
  });

  test("a scan that waited too long says that its place is lost", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const { next } = await client.listingRefs(null);
    world.clock.advance(5 * 60_000);
    await expect(client.listingRefs(next)).rejects.toMatchObject({ fault: "place-lost" });
  });

  test("a page of a scan whose answer got lost is a lost place, because the vendor has already moved on", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const { next } = await client.listingRefs(null);
    world.next.push(() => Promise.reject(new TypeError("connection lost")));
    await expect(world.run(client.listingRefs(next))).rejects.toMatchObject({ fault: "place-lost" });
  });

  test("twenty at a time, each variation a listing, foreign and unknown ones missing", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const [page] = await everyPage((place) => client.listingRefs(place));
    const refs = [...(page?.refs.slice(0, 28) ?? []), "MLB3400005000", "MLB9"];
    const { found, missing } = await client.listings(refs, "core");
    expect(missing).toEqual(["MLB3400005000", "MLB9"]);
    expect(new Set(found.map((listing) => listing.listingRef)).size).toBe(28);
    expect(found.length).toBeGreaterThan(28);
    expect(world.requests.filter(({ path }) => path.startsWith("/items/bulk"))).toHaveLength(2);
    for (const listing of found.filter((one) => one.modelRef !== "")) expect(listing.sku).not.toBeNull();
  });

  test("core asks for nothing of its own per listing, full brings quality, visits, rating and description", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const [core] = (await client.listings([flask], "core")).found;
    expect(core).toMatchObject({ quality: null, visits30d: null, description: null });
    expect(world.requests).toHaveLength(2);
    const [full] = (await client.listings([flask])).found;
    expect(full?.quality?.score).toBeGreaterThan(0);
    expect(full?.visits30d).toBeGreaterThan(0);
    expect(full?.description).toContain("Garrafa");
    expect(full?.rating).toBeLessThan(4);
  });

  test("whatever has not been worked out yet is null, and the listing is there", async () => {
    const world = mercadoLivreWorld();
    world.act("close", { listing: flask });
    const [listing] = (await world.open().listings([flask])).found;
    expect(listing).toMatchObject({ status: "closed", quality: null });
  });

  test("a catalogue listing knows how it stands, and an automated price is marked", async () => {
    const world = mercadoLivreWorld();
    world.act("automate-price", { listing: flask });
    const client = world.open();
    const [page] = await everyPage((place) => client.listingRefs(place));
    const { found } = await client.listings(page?.refs.slice(0, 20) ?? []);
    expect(found.filter((listing) => listing.isCatalog).every((listing) => listing.competition !== null)).toBe(true);
    expect(found.find((listing) => listing.listingRef === flask)?.isPriceAutomated).toBe(true);
  });
});

describe("orders", () => {
  test("every order that was not cancelled is found, and they add up to what the vendor holds", async () => {
    const world = mercadoLivreWorld();
    const orders = await everyOrder(world, world.open("200400"));
    const totals = sellerIn(world, 200_400);
    expect(orders.size).toBe(Number(totals["orders"]) - Number(totals["cancelledOrders"]));
    expect([...orders.values()].reduce((sum, order) => sum + order.totalCents, 0)).toBe(totals["gmvCents"]);
    expect([...orders.values()].filter((order) => order.state === "cancelled")).toEqual([]);
  });

  test("a paid order comes with its parcel, and orders of one cart share it though it is read once", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const { orders } = world.act("sell", { listing: flask, quantity: 2, cart: ["MLB3300000004"] });
    const refs = (orders as { order: string }[]).map((one) => one.order);
    const { found, missing } = await client.orders([...refs, "2000007999999999"]);
    expect(missing).toEqual(["2000007999999999"]);
    expect(new Set(found.map((order) => order.packRef)).size).toBe(1);
    expect(new Set(found.map((order) => order.shipment?.shipmentRef)).size).toBe(1);
    expect(found[0]).toMatchObject({ state: "ready", shipment: { status: "ready_to_ship", isLate: false } });
    expect(found[0]?.shipment?.shipByMs).toBeGreaterThan(simulatedNowMs);
    expect(world.requests.filter(({ path }) => /^\/shipments\/\d+$/.test(path))).toHaveLength(1);
    expect(await client.orderRefsOfShipment(found[0]?.shipment?.shipmentRef ?? "")).toEqual(refs);
  });

  test("a cancelled order is found by its reference with who cancelled it", async () => {
    const world = mercadoLivreWorld();
    const { order } = world.act("sell", { listing: flask });
    world.act("cancel", { order, by: "seller" });
    const { found } = await world.open().orders([String(order)]);
    expect(found[0]).toMatchObject({ state: "cancelled", cancel: { by: "seller" }, vendorStatus: "cancelled" });
  });

  test.each(["..", "."])("the reference %j asks for nothing outside of orders", async (ref) => {
    const world = mercadoLivreWorld();
    expect(await world.open().orders([ref])).toEqual({ found: [], missing: [ref] });
    expect(world.requests.filter(({ path }) => !path.includes("/orders/"))).toEqual([]);
  });

  test("an answer in part is an answer", async () => {
    const world = mercadoLivreWorld();
    const { order } = world.act("sell", { listing: flask });
    world.act("switch", { partialEvery: 1, partialMissing: "buyer" });
    expect((await world.open().orders([String(order)])).found[0]).toMatchObject({ state: "ready", buyerRef: "" });
  });

  test("an order whose parcel is not there yet waits instead of failing", async () => {
    const world = mercadoLivreWorld();
    world.act("switch", { shipmentDelayMs: 60_000 });
    const { order } = world.act("sell", { listing: flask });
    const client = world.open();
    expect((await client.orders([String(order)])).found[0]).toMatchObject({ state: "held", shipment: null });
    world.clock.advance(60_000);
    expect((await client.orders([String(order)])).found[0]).toMatchObject({ state: "ready" });
  });

  test("sent and delivered are followed with their times", async () => {
    const world = mercadoLivreWorld();
    const { order } = world.act("sell", { listing: flask });
    const client = world.open();
    world.clock.advance(3_600_000);
    world.act("ship", { order });
    expect((await client.orders([String(order)])).found[0]).toMatchObject({
      state: "shipped",
      shipment: { shippedAtMs: simulatedNowMs + 3_600_000 },
    });
    world.clock.advance(dayMs / 6);
    world.act("deliver", { order });
    expect((await client.orders([String(order)])).found[0]).toMatchObject({
      state: "delivered",
      shipment: { deliveredAtMs: simulatedNowMs + 5 * 3_600_000 },
    });
  });
});

describe("questions and reviews", () => {
  test("every question is read, open ones among them", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const pages = await everyPage((place) => client.questionPage(place));
    const items = pages.flatMap((page) => page.items);
    expect(new Set(items.map((question) => question.questionRef)).size).toBe(pages[0]?.total);
    expect(items.filter((question) => question.state === "open")).toHaveLength(Number(sellerIn(world, 200_300)["openQuestions"]));
  });

  test("more than a thousand questions are scanned, none left out", async () => {
    const world = mercadoLivreWorld();
    for (let index = 0; index < 1_020; index += 1) world.act("ask", { listing: flask, text: `Pergunta ${index}?` });
    const client = world.open();
    const pages = await everyPage((place) => client.questionPage(place));
    const texts = new Set(pages.flatMap((page) => page.items).map((question) => question.text));
    for (let index = 0; index < 1_020; index += 1) expect(texts.has(`Pergunta ${index}?`)).toBe(true);
  });

  test("an answer reaches the buyer, and a question that is gone is undefined", async () => {
    const world = mercadoLivreWorld();
    const { question } = world.act("ask", { listing: flask, text: "Tem azul?" });
    const client = world.open();
    await client.answerQuestion(String(question), "Tem sim!");
    expect(await client.question(String(question))).toMatchObject({
      state: "answered",
      answer: { text: "Tem sim!", atMs: simulatedNowMs },
    });
    expect(await client.question("1")).toBeUndefined();
    await expect(client.answerQuestion(String(question), "Outra vez")).rejects.toMatchObject({ fault: "rejected" });
  });

  test("reviews are read to the last one that is shown, also where the vendor takes only small pages", async () => {
    const world = mercadoLivreWorld();
    const client = world.open();
    const all = (await everyPage((place) => client.reviewPage(flask, place))).flatMap((page) => page.items);
    world.act("switch", { maxReviewLimit: 5 });
    const small = await everyPage((place) => client.reviewPage(flask, place));
    expect(small.flatMap((page) => page.items)).toEqual(all);
    expect(small.length).toBeGreaterThan(1);
    expect(all.filter((review) => /vaza/i.test(review.text)).length).toBeGreaterThan(5);
  });
});
