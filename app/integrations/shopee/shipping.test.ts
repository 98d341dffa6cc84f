import { expect, test } from "vitest";
import { shopeeWorld } from "./testing/shopee-world.ts";

/** A paid order with its invoice, ready to be shipped. */
async function ready() {
  const world = shopeeWorld();
  const shop = await world.open();
  const { orderSn } = await world.act("sell", { quantity: 1 });
  const orderRef = String(orderSn);
  const parcel = { orderRef, trackingCode: "OWN123", carrier: null, shippedAtMs: world.clock.now() };
  const sent = () =>
    world.requests.filter(({ url }) => url.pathname.endsWith("/ship_order")).map(({ body }) => JSON.parse(body) as unknown);
  const read = async () => (await shop.orders([orderRef])).found[0];
  return { ...world, shop, orderRef, parcel, sent, read };
}

const parameter = (response: object) => () => Response.json({ error: "", message: "", request_id: "r-1", response });
const operation = "logistics/get_shipping_parameter";

test("an order is arranged as dropped off, once, and has its number afterwards", async () => {
  const { shop, parcel, sent, read, act, orderRef, webhooks } = await ready();
  await act("invoice", { orderSn: orderRef });
  expect((await read())?.shipment?.trackingNumber).toBeNull();
  webhooks.length = 0;
  expect(await shop.tellShipped(parcel)).toEqual({ kind: "told" });
  expect(sent()).toEqual([{ order_sn: orderRef, dropoff: {} }]);
  const after = await read();
  expect(after?.vendorStatus).toBe("PROCESSED");
  expect(after?.shipment?.trackingNumber).toMatch(/^BR/);
  expect(webhooks.map(({ body }) => (JSON.parse(body) as { code: number }).code)).toEqual([3, 4]);
  expect(await shop.tellShipped(parcel)).toEqual({ kind: "told" });
  expect(sent().length).toBe(1);
});

test("a carrier of the seller's own needs a code, and the order has left with it", async () => {
  const { shop, parcel, sent, read, act, orderRef } = await ready();
  await act("ship-by-own-carrier");
  await act("invoice", { orderSn: orderRef });
  expect(await shop.tellShipped({ ...parcel, trackingCode: null })).toMatchObject({ kind: "refused", reason: "tracking-needed" });
  expect(await shop.tellShipped(parcel)).toEqual({ kind: "told" });
  expect(sent()).toEqual([{ order_sn: orderRef, non_integrated: { tracking_number: "OWN123" } }]);
  expect(await read()).toMatchObject({ state: "shipped", shipment: { trackingNumber: "OWN123" } });
});

test("what the vendor asks for is given: a branch, a code, or the seller's own address and its first collection", async () => {
  const { shop, parcel, sent, act, orderRef, answersTo } = await ready();
  await act("invoice", { orderSn: orderRef });
  const ask = async (response: object) => {
    answersTo.set(operation, parameter(response));
    // What the vendor says of it does not matter here.
    answersTo.set("logistics/ship_order", () => Response.json({ error: "", message: "", request_id: "r-2", response: {} }));
    return shop.tellShipped(parcel);
  };
  const address = (id: number, flags: string[]) => ({
    address_id: id,
    address_flag: flags,
    time_slot_list: [{ pickup_time_id: `t${id}` }],
  });
  await ask({ info_needed: { dropoff: ["branch_id"] }, dropoff: { branch_list: [{ branch_id: 7 }, { branch_id: 8 }] } });
  await ask({ info_needed: { dropoff: ["tracking_no"] } });
  await ask({
    info_needed: { dropoff: ["sender_real_name"], pickup: ["address_id", "pickup_time_id"] },
    pickup: { address_list: [address(1, []), address(2, ["pickup_address"])] },
  });
  expect(sent()).toEqual([
    { order_sn: orderRef, dropoff: { branch_id: 7 } },
    { order_sn: orderRef, dropoff: { tracking_number: "OWN123" } },
    { order_sn: orderRef, pickup: { address_id: 2, pickup_time_id: "t2" } },
  ]);
  expect(await ask({ info_needed: { dropoff: ["sender_real_name"] } })).toMatchObject({ kind: "refused", reason: "choice-needed" });
});

test("an order that waits for its invoice, is cancelled, or is nobody's is refused with the reason", async () => {
  const { shop, parcel, sent, act, orderRef } = await ready();
  expect(await shop.tellShipped(parcel)).toEqual({ kind: "refused", reason: "order-not-ready", vendorText: "INVOICE_PENDING" });
  await act("cancel", { orderSn: orderRef });
  expect(await shop.tellShipped(parcel)).toMatchObject({ kind: "refused", reason: "order-cancelled" });
  expect(await shop.tellShipped({ ...parcel, orderRef: "251120NOBODY00" })).toMatchObject({ kind: "refused", reason: "not-found" });
  expect(sent()).toEqual([]);
});

test("what is refused keeps the vendor's words, and what somebody else has arranged counts as told", async () => {
  const { shop, parcel, act, orderRef, answersTo } = await ready();
  await act("invoice", { orderSn: orderRef });
  const refusal = () => Response.json({ error: "logistics.error_param", message: "no such branch", request_id: "r-1" });
  answersTo.set("logistics/ship_order", refusal);
  expect(await shop.tellShipped(parcel)).toEqual({ kind: "refused", reason: "other", vendorText: "logistics.error_param: no such branch" });
  answersTo.clear();
  await act("prepare", { orderSn: orderRef });
  expect(await shop.tellShipped(parcel)).toEqual({ kind: "told" });
});

test("an answer in an unknown form is a fault and no refusal", async () => {
  const { shop, parcel, act, orderRef, answersTo } = await ready();
  await act("invoice", { orderSn: orderRef });
  answersTo.set(operation, parameter({ info: [] }));
  await expect(shop.tellShipped(parcel)).rejects.toMatchObject({ fault: "malformed" });
});
