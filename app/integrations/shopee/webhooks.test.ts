import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChannelNotice } from "#app/domain/channels/ports.ts";
import { simulatedShopeeApp } from "./fixtures.ts";
import { readLostPush, toNotices } from "./notice-mapper.ts";
import { pushSignature } from "./sign.ts";
import { shopeeWorld, startMs } from "./testing/shopee-world.ts";
import { pushSchema } from "./push-wire.ts";

const hook = "http://app.test/hooks/shopee";
const dayMs = 86_400_000;

/** What the app hears of everything that was sent since it was last asked. */
async function heard({ adapter, webhooks }: ReturnType<typeof shopeeWorld>): Promise<ChannelNotice[]> {
  const notices: ChannelNotice[] = [];
  for (const webhook of webhooks.splice(0)) {
    const reading = await adapter.readWebhook(webhook);
    if (reading.kind === "refused") throw new Error(reading.reason);
    expect(reading.answer).toEqual({ status: 200, body: "" });
    notices.push(...reading.notices);
  }
  return notices;
}

test("setting up an address pings it with a signature that does not match, which is taken and does nothing", async () => {
  const world = shopeeWorld();
  await world.connect();
  const [ping] = world.webhooks;
  expect(ping?.url).toBe(hook);
  expect(JSON.parse(ping?.body ?? "")).toMatchObject({ code: 0 });
  expect(ping?.headers.get("authorization")).not.toBe(await pushSignature(simulatedShopeeApp.pushKey, hook, ping?.body ?? ""));
  expect(await heard(world)).toMatchObject([{ topic: "shop_authorization", about: { kind: "nothing" } }]);
  await world.connect();
  expect(world.webhooks).toHaveLength(1);
});

test("the life of an order is heard step by step, from the sale to its return", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  await heard(world);
  const { orderSn } = await world.act("sell", { unpaid: true });
  const ref = String(orderSn);
  const statusNow = async () => (await shop.orders([ref])).found[0]?.state;
  const about = (notices: ChannelNotice[]) =>
    notices.filter((notice) => notice.about.kind === "order").map(({ key }) => key.split(":").at(-1));
  expect(about(await heard(world))).toEqual(["UNPAID"]);
  expect(await statusNow()).toBe("unpaid");
  const life: [string, string[], string][] = [
    ["pay", ["INVOICE_PENDING"], "held"],
    ["invoice", ["READY_TO_SHIP"], "ready"],
    ["prepare", ["PROCESSED", ""], "ready"],
    ["ship", ["SHIPPED"], "shipped"],
    ["deliver", ["COMPLETED"], "delivered"],
    ["return", ["COMPLETED"], "returned"],
  ];
  for (const [action, statuses, state] of life) {
    world.clock.advance(3_600_000 / 2);
    await world.act(action, { orderSn: ref });
    const notices = await heard(world);
    expect(about(notices)).toEqual(statuses);
    expect(notices.every((notice) => notice.about.kind === "order" && notice.about.ref === ref && notice.accountRef === "2000002")).toBe(
      true,
    );
    expect(await statusNow()).toBe(state);
  }
});

test("a sale takes stock and a cancellation gives it back, and the listing is named each time", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  await heard(world);
  const { found } = await shop.listings((await shop.listingRefs(null)).refs.slice(0, 20));
  const listing = found.find(({ stock, status, modelRef }) => stock > 5 && status === "active" && modelRef === "");
  if (listing === undefined) throw new Error("nothing on sale");
  const stockNow = async () => (await shop.listings([listing.listingRef])).found[0]?.stock;
  const { orderSn } = await world.act("sell", { itemId: listing.listingRef, quantity: 2 });
  expect(await stockNow()).toBe(listing.stock - 2);
  expect((await heard(world)).map((notice) => notice.about)).toContainEqual({ kind: "listing", ref: listing.listingRef });
  await world.act("cancel", { orderSn, by: "seller" });
  expect(await stockNow()).toBe(listing.stock);
  expect((await shop.orders([String(orderSn)])).found[0]).toMatchObject({
    state: "cancelled",
    cancel: { by: "seller" },
    settledCents: null,
  });
});

test("a ban, a promotion, a revocation and a grant about to end are heard for what they are", async () => {
  const world = shopeeWorld();
  await world.connect({ days: "30" });
  await heard(world);
  const { itemId } = await world.act("ban");
  expect(await heard(world)).toMatchObject([{ topic: "banned_item", about: { kind: "listing", ref: String(itemId) } }]);
  await world.act("promote", { priceCents: 5_000 });
  expect(await heard(world)).toMatchObject([{ topic: "item_promotion", about: { kind: "listing" } }]);
  world.clock.advance(22 * dayMs);
  await world.act("penalty");
  expect(await heard(world)).toMatchObject([{ topic: "shopee_updates", about: { kind: "nothing" } }]);
  world.clock.advance(dayMs);
  await world.act("enable-push");
  await world.act("enable-push");
  expect(await heard(world)).toMatchObject([{ accountRef: "2000002", about: { kind: "account", what: "grant-ending" } }]);
  await world.act("revoke");
  expect(await heard(world)).toMatchObject([{ about: { kind: "account", what: "revoked" } }]);
});

test("a push with a changed body, another address or no signature is refused", async () => {
  const world = shopeeWorld();
  await world.connect();
  await world.act("sell");
  const push = world.webhooks.at(-1);
  if (push === undefined) throw new Error("nothing was sent");
  expect((await world.adapter.readWebhook(push)).kind).toBe("notices");
  for (const change of [{ body: push.body.replace("INVOICE", "X") }, { url: `${hook}?x=1` }, { headers: new Headers() }])
    expect((await world.adapter.readWebhook({ ...push, ...change })).kind).toBe("refused");
});

test("no body whatever makes reading a push fail, and none is believed without a signature", async () => {
  const { adapter } = shopeeWorld();
  const believed: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (body) => {
      const reading = await adapter.readWebhook({ url: hook, headers: new Headers({ authorization: "00" }), body });
      if (reading.kind === "notices" && reading.notices.length > 0) believed.push(body);
      const authorization = await pushSignature(simulatedShopeeApp.pushKey, hook, body);
      await adapter.readWebhook({ url: hook, headers: new Headers({ authorization }), body });
    }),
  );
  expect(believed).toEqual([]);
});

test("what the app did not take is offered again under the same key, oldest first, until it is confirmed", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  await heard(world);
  world.appAnswers.push(...Array.from({ length: 3 }, () => new Response("oops", { status: 500 })));
  await world.act("sell", { unpaid: true });
  await world.act("ban");
  const missedLive = await heard(world);
  const { notices, next, confirm } = await shop.missedNotices(null);
  expect(notices.map(({ key }) => key)).toEqual(missedLive.map(({ key }) => key));
  expect(next).toBeNull();
  expect((await shop.missedNotices(null)).notices).toHaveLength(3);
  await confirm();
  expect((await shop.missedNotices(null)).notices).toEqual([]);
});

test("what any shop has missed is told to whichever shop asks, so that none holds up the others", async () => {
  const world = shopeeWorld();
  const first = await world.open();
  await world.open({ account: "shop:2000003" });
  const ban = (shopId: string) => world.act("ban", { shopId, webhooks: { drop: true } });
  for (const shopId of ["2000002", "2000003", "2000002"]) await ban(shopId);
  const all = await first.missedNotices(null);
  expect(all.notices.map(({ accountRef }) => accountRef)).toEqual(["2000002", "2000003", "2000002"]);
  await all.confirm();
  expect((await first.missedNotices(null)).notices).toEqual([]);
});

test("an answer with words in it, and a push that was dropped, count as lost; three days later they are gone", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  world.appAnswers.push(new Response("thanks"));
  await world.act("ban");
  await world.act("ban", { webhooks: { drop: true } });
  expect((await shop.missedNotices(null)).notices).toHaveLength(2);
  world.clock.advance(3 * dayMs);
  expect((await world.state()).push.lost).toBe(0);
});

test("more than a hundred lost pushes come in pages, each after the one before was confirmed", async () => {
  const world = shopeeWorld();
  const shop = await world.open();
  await world.act("sell", { times: 50, webhooks: { drop: true } });
  const first = await shop.missedNotices(null);
  expect(first.notices).toHaveLength(100);
  const unconfirmed = await shop.missedNotices(first.next);
  expect(unconfirmed).toMatchObject({ notices: [], next: null });
  await first.confirm();
  const second = await shop.missedNotices(first.next);
  expect(second.notices).toHaveLength(50);
  expect(second.next).toBeNull();
});

test("an app that takes too few pushes is warned, then told nothing more, and finds it all among the lost", async () => {
  const world = shopeeWorld();
  await world.connect();
  await world.act("sell", { times: 160 });
  expect((await world.state()).push.state).toBe("normal");
  await world.act("sell", { times: 160, webhooks: { drop: true } });
  expect((await world.state()).push.state).toBe("warning");
  await world.act("sell", { times: 300, webhooks: { drop: true } });
  await world.act("sell", { times: 300, webhooks: { drop: true } });
  expect((await world.state()).push.state).toBe("disabled");
  const sent = world.webhooks.length;
  const { lost } = (await world.state()).push;
  await world.act("ban");
  expect(world.webhooks).toHaveLength(sent);
  expect((await world.state()).push.lost).toBe(lost + 1);
  await world.act("enable-push");
  await world.act("ban");
  expect(world.webhooks).toHaveLength(sent + 1);
});

test("a lost push is read whether its text holds the whole push or its data alone", () => {
  const data = { ordersn: "A1", status: "SHIPPED" };
  const alone = readLostPush({ shop_id: "5", code: 3, timestamp: 9, data: JSON.stringify(data) });
  const whole = readLostPush({ shop_id: "5", timestamp: 12, data: JSON.stringify({ code: 3, timestamp: 9, shop_id: 5, data }) });
  for (const push of [alone, whole]) {
    if (push === undefined) throw new Error("not read");
    expect(toNotices(push)).toMatchObject([{ accountRef: "5", about: { kind: "order", ref: "A1" }, sentAtMs: 9_000 }]);
  }
  expect(readLostPush({ shop_id: "5", timestamp: 1, data: "{" })).toBeUndefined();
});

test("a warning may name several shops and none of its own", () => {
  const push = pushSchema.parse({ code: 12, timestamp: startMs / 1_000, data: { shop_expire_soon: [1, "2"], expire_before: 5 } });
  expect(toNotices(push).map(({ accountRef }) => accountRef)).toEqual(["1", "2"]);
});

test("data of which one part is odd still names what it is about", () => {
  const push = pushSchema.parse({ shop_id: 1, code: 3, timestamp: 1, data: { ordersn: "A1", status: 7, item_id: [] } });
  expect(toNotices(push)).toMatchObject([{ about: { kind: "order", ref: "A1" } }]);
});

test("a code nobody knows yet is a notice about nothing", () => {
  expect(toNotices(pushSchema.parse({ shop_id: 1, code: 99, timestamp: 1, data: [] }))).toMatchObject([
    { topic: "code_99", about: { kind: "nothing" } },
  ]);
});
