import { expect, test } from "vitest";
import { ChannelError } from "#app/domain/channels/channel-error.ts";
import { mercadoLivreWorld } from "./testing/world.ts";

const listing = "MLB3300000003";

/** A sale whose parcel travels by this kind of carrier, and what the app then asks and hears. */
function sold(logistics: string) {
  const world = mercadoLivreWorld();
  world.act("change-stock", { listing, stock: 20 });
  world.act("change-logistics", { listing, logistics });
  const { order, shipment } = world.act("sell", { listing });
  const orderRef = String(order);
  const client = world.open();
  world.takeWebhooks();
  const parcel = { orderRef, trackingCode: "OP123456789BR", carrier: "Transportadora Sul", shippedAtMs: world.clock.now() };
  const posts = () => world.requests.filter(({ method }) => method === "POST");
  const read = async () => (await client.orders([orderRef])).found[0];
  return { ...world, client, orderRef, shipmentRef: String(shipment), parcel, posts, read };
}

test.each(["default", "custom"])("a parcel by the seller's own carrier (%s) is told with its code, and only once", async (logistics) => {
  const { client, parcel, posts, read, takeWebhooks, shipmentRef, orderRef } = sold(logistics);
  expect(await read()).toMatchObject({ state: "ready", shipment: { trackingNumber: null } });
  expect(await client.tellShipped(parcel)).toEqual({ kind: "told" });
  expect(posts().map(({ path, body }) => [path, JSON.parse(body) as unknown])).toEqual([
    [
      `/shipments/${shipmentRef}/seller_notifications`,
      {
        payload: { comment: "Transportadora Sul", date: new Date(parcel.shippedAtMs).toISOString() },
        tracking_number: "OP123456789BR",
        status: "shipped",
        substatus: "null",
      },
    ],
  ]);
  expect(await read()).toMatchObject({ state: "shipped", shipment: { status: "shipped", trackingNumber: "OP123456789BR" } });
  expect(takeWebhooks().map(({ body }) => (JSON.parse(body) as { resource: string }).resource)).toEqual([
    `/shipments/${shipmentRef}`,
    `/orders/${orderRef}`,
  ]);
  expect(await client.tellShipped(parcel)).toEqual({ kind: "told" });
  expect(posts().length).toBe(1);
});

test("a parcel of Mercado Envios is left to its carrier, and one from the vendor's warehouse to the vendor", async () => {
  const collected = sold("cross_docking");
  expect(await collected.client.tellShipped(collected.parcel)).toEqual({ kind: "followed" });
  const full = sold("fulfillment");
  expect(await full.client.tellShipped(full.parcel)).toMatchObject({ kind: "refused", reason: "managed-by-vendor" });
  expect([...collected.posts(), ...full.posts()]).toEqual([]);
});

test("an order that was cancelled meanwhile, or is nobody's, is refused with the reason", async () => {
  const { client, parcel, act, orderRef, posts } = sold("default");
  act("cancel", { order: orderRef });
  expect(await client.tellShipped(parcel)).toMatchObject({ kind: "refused", reason: "order-cancelled" });
  expect(await client.tellShipped({ ...parcel, orderRef: "2000009999999999" })).toMatchObject({ kind: "refused", reason: "not-found" });
  expect(posts()).toEqual([]);
});

test("told by somebody else between look and call, it counts as told; what else is refused keeps the vendor's words", async () => {
  const { client, parcel, act, orderRef, simulator, next, tools } = sold("default");
  const answer = (request: Request) => simulator.fetch(request, tools());
  const word = { message: "The carrier is unknown", error: "bad_request", status: 400, cause: [] };
  next.push(answer, answer, () => Response.json(word, { status: 400 }));
  expect(await client.tellShipped(parcel)).toEqual({ kind: "refused", reason: "other", vendorText: "bad_request: The carrier is unknown" });
  next.push(answer, answer, (request) => {
    act("ship", { order: orderRef });
    return answer(request);
  });
  expect(await client.tellShipped(parcel)).toEqual({ kind: "told" });
});

test("an answer in an unknown form, and a vendor that is away, are faults and no refusal", async () => {
  const { client, parcel, simulator, next, tools, archived } = sold("default");
  const answer = (request: Request) => simulator.fetch(request, tools());
  next.push(answer, answer, () => Response.json({ ok: true }));
  await expect(client.tellShipped(parcel)).rejects.toMatchObject({ fault: "malformed" });
  expect(archived.length).toBe(1);
  next.push(() => new Response("", { status: 401 }));
  await expect(client.tellShipped(parcel)).rejects.toBeInstanceOf(ChannelError);
});

test("the vendor hears sellers only of their own carriers' parcels, and none goes back", async () => {
  const { client, parcel, orderRef, shipmentRef, simulator, tools, act } = sold("default");
  const { access_token: token } = act("grant", { seller: 200_300 });
  const notify = async (body: unknown) => {
    const headers = { authorization: `Bearer ${String(token)}`, "content-type": "application/json" };
    const path = `http://sim.test/shipments/${shipmentRef}/seller_notifications`;
    return (await simulator.fetch(new Request(path, { method: "POST", headers, body: JSON.stringify(body) }), tools())).status;
  };
  const payload = { date: "2026-11-27T10:00:00.000-03:00" };
  expect(await notify({ status: "delivered", payload })).toBe(400);
  expect(await notify({ status: "shipped" })).toBe(400);
  expect(await client.tellShipped(parcel)).toEqual({ kind: "told" });
  expect(await notify({ status: "shipped", payload })).toBe(400);
  expect(await notify({ status: "delivered", payload })).toBe(200);
  expect((await client.orders([orderRef])).found[0]?.state).toBe("delivered");
});
