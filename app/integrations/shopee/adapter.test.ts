import { expect, test } from "vitest";
import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { ChannelClient, TimeWindow } from "#app/domain/channels/ports.ts";
import type { RemoteListing, RemoteOrder } from "#app/domain/channels/remote.ts";
import { shopeeWorld, startMs } from "./testing/shopee-world.ts";

const dayMs = 86_400_000;
const last90Days: TimeWindow = { fromMs: startMs - 91 * dayMs, toMs: startMs + 1_000 };

async function allRefs(shop: ChannelClient): Promise<string[]> {
  const refs: string[] = [];
  let place: string | null = null;
  do {
    const page: { refs: string[]; next: string | null } = await shop.listingRefs(place);
    refs.push(...page.refs);
    place = page.next;
  } while (place !== null);
  return refs;
}

async function allListings(shop: ChannelClient): Promise<RemoteListing[]> {
  const refs = await allRefs(shop);
  const listings: RemoteListing[] = [];
  for (let start = 0; start < refs.length; start += 48) listings.push(...(await shop.listings(refs.slice(start, start + 48))).found);
  return listings;
}

async function allOrders({ adapter }: ReturnType<typeof shopeeWorld>, shop: ChannelClient): Promise<RemoteOrder[]> {
  const refs: string[] = [];
  for (const window of adapter.orderWindows(last90Days)) {
    let place: string | null = null;
    do {
      const page: { refs: string[]; next: string | null } = await shop.orderPage(window, place);
      refs.push(...page.refs);
      place = page.next;
    } while (place !== null);
  }
  return (await shop.orders([...new Set(refs)])).found;
}

test("every item of the shop arrives once, one entry for each model, the ended ones too", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  const refs = await allRefs(shop);
  const { listings: count, items } = (await world.state()).shops["2000002"] ?? {};
  expect(new Set(refs).size).toBe(refs.length);
  expect(refs).toHaveLength(items ?? 0);
  const listings = await allListings(shop);
  expect(listings).toHaveLength(count ?? 0);
  expect(new Set(listings.map(({ listingRef, modelRef }) => `${listingRef}/${modelRef}`)).size).toBe(listings.length);
  expect(new Set(listings.map(({ status }) => status))).toEqual(new Set(["active", "paused", "inactive", "review", "closed"]));
  expect(listings.some(({ sku }) => sku === null)).toBe(true);
  expect(listings.some(({ logisticType }) => logisticType === "fulfilled-by-shopee")).toBe(true);
  const models = listings.filter(({ modelRef }) => modelRef !== "");
  expect(models.length).toBeGreaterThan(50);
  expect(models.every(({ modelName }) => modelName !== "")).toBe(true);
});

test("an unknown listing is missing and does not spoil the others", async () => {
  const shop = await shopeeWorld().open();
  const [known = ""] = await allRefs(shop);
  const { found, missing } = await shop.listings([known, "1"]);
  expect(found[0]?.listingRef).toBe(known);
  expect(missing).toEqual(["1"]);
});

test("a diagnosis in a form we do not know costs the quality and not the listing", async () => {
  const { open, answersTo, archived } = shopeeWorld();
  const shop = await open();
  const [ref = ""] = (await shop.listingRefs(null)).refs;
  answersTo.set("product/get_item_content_diagnosis_result", () => Response.json({ error: "", response: { item_list: [] } }));
  expect((await shop.listings([ref])).found).toMatchObject([{ listingRef: ref, quality: null }]);
  expect(archived.map(({ key }) => key.split("/")[2])).toEqual(["product.get_item_content_diagnosis_result"]);
});

test("90 days of orders arrive whole, and their goods add up to what the vendor counts", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  const orders = await allOrders(world, shop);
  const counted = (await world.state()).shops["2000002"];
  expect(orders).toHaveLength(counted?.orders ?? 0);
  const sold = orders.filter(({ vendorStatus }) => vendorStatus !== "UNPAID" && vendorStatus !== "CANCELLED");
  expect(sold.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(counted?.gmvCents);
  expect(orders.filter(({ state }) => state === "returned")).toHaveLength(counted?.returned ?? 0);
  expect(new Set(orders.map(({ state }) => state))).toEqual(
    new Set(["unpaid", "held", "ready", "shipped", "delivered", "returned", "cancelled"]),
  );
  const delivered = orders.filter(({ state }) => state === "delivered");
  expect(delivered.every(({ feeCents, settledCents }) => feeCents !== null && settledCents !== null)).toBe(true);
  expect(delivered.some(({ totalCents, feeCents, settledCents }) => settledCents !== totalCents - (feeCents ?? 0))).toBe(true);
  const onTheWay = orders.filter(({ state }) => state === "shipped");
  expect(onTheWay.every(({ shipment }) => shipment?.trackingNumber?.startsWith("BR"))).toBe(true);
  expect(orders.some(({ shipment }) => shipment?.isLate)).toBe(true);
});

test("an order of another shop, or of nobody, is missing", async () => {
  const shop = await shopeeWorld().open();
  expect(await shop.orders(["NOSUCHORDER"])).toEqual({ found: [], missing: ["NOSUCHORDER"] });
});

test("reviews come newest first, page by page", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  const { listingRef = "" } = (await allListings(shop)).find(({ reviews }) => (reviews ?? 0) > 0) ?? {};
  for (let count = 0; count < 120; count += 1) await world.act("comment", { itemId: listingRef, text: `n${count}`, rating: 4 });
  const first = await shop.reviewPage(listingRef, null);
  expect(first.items).toHaveLength(100);
  expect(first.items.every((review) => review.listingRef === listingRef)).toBe(true);
  const second = await shop.reviewPage(listingRef, first.next);
  const refs = [...first.items, ...second.items].map(({ reviewRef }) => reviewRef);
  expect(new Set(refs).size).toBe(refs.length);
  expect(first.items.map(({ writtenAtMs }) => writtenAtMs)).toEqual(
    first.items.map(({ writtenAtMs }) => writtenAtMs).sort((a, b) => b - a),
  );
});

test("the account tells the shop's standing with the targets of the vendor's own answer", async () => {
  const account = await (await shopeeWorld().open()).account();
  expect(account).toMatchObject({ accountRef: "2000002", name: "Loja Demo Shopee", site: "BR", isUsable: true });
  expect(account.reputation?.level).toBe("Good");
  const metrics = new Map(account.reputation?.metrics.map((metric) => [metric.key, metric]));
  expect(metrics.get("late_shipment_rate")?.target).toEqual({ valueBp: 1_000, isFloor: false });
  expect(metrics.get("late_shipment_rate")?.rateBp).toBeGreaterThan(0);
  expect(metrics.get("same_day_handover")?.target).toEqual({ valueBp: 6_000, isFloor: true });
  expect(metrics.get("preparation_time")).toMatchObject({ unit: "day", target: { valueBp: 200 } });
});

test("an empty shop is read as empty and not as an error", async () => {
  const world = shopeeWorld();
  const shop = await world.open({ account: "shop:2000004" });
  expect(await shop.listingRefs(null)).toEqual({ refs: [], next: null, total: 0 });
  expect(await allOrders(world, shop)).toEqual([]);
  expect(await shop.listings([])).toEqual({ found: [], missing: [] });
  expect((await shop.account()).name).toBe("Loja Vazia");
});

test("what Shopee closes to apps is empty or refused, and never a call", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  const before = world.requests.length;
  expect(await shop.questionPage(null)).toEqual({ items: [], next: null, total: 0 });
  expect(await shop.question("1")).toBeUndefined();
  expect(await shop.orderRefsOfShipment("OFG1")).toEqual([]);
  await expect(shop.answerQuestion("1", "Sim")).rejects.toMatchObject({ fault: "rejected" });
  await world.adapter.revoke(shop.grant.account, "x");
  expect(world.requests).toHaveLength(before);
});

test("one shop's access opens no other", async () => {
  const world = shopeeWorld();
  const { grant } = await world.open();
  const other = world.adapter.open({ ...grant.account, accountRef: "2000003" }, () => Promise.resolve(grant.tokens.accessToken));
  const error: unknown = await other.listingRefs(null).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ChannelError);
  expect(error).toMatchObject({ fault: "token-expired" });
});
