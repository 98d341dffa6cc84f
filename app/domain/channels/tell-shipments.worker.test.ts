import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { channels } from "#db/schema/channels.ts";
import { fulfilments } from "#db/schema/fulfilment.ts";
import { orders } from "#db/schema/orders.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import { connectShop, freeAccounts } from "#db/testing/connect-shop.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import { encodeQueueMessage } from "#app/worker/queues/message.ts";
import { handleEvent } from "#app/worker/queues/handle-event.server.ts";
import { asksToTellShipments } from "../parcel-left.ts";
import type { VendorId } from "./ports.ts";
import { resyncOne } from "./resync-one.server.ts";
import { tellAllShipments, tellShipments } from "./tell-shipments.server.ts";

beforeEach(freeAccounts);

const tellingCall: Record<VendorId, RegExp> = { "mercado-livre": /^POST .*seller_notifications$/, shopee: /^POST .*ship_order$/ };
const listing = "MLB3300000003";

/** A connected shop with one paid order that has left the house and is due to be told. */
async function aParcelThatLeft(vendor: VendorId) {
  const home = await aWorkspace();
  const stage = createStage();
  const system = stage.as(home, { system: "events" });
  const { channelId } = await connectShop(stage, stage.as(home, { role: "owner" }), vendor);
  const orderRef = vendor === "shopee" ? saleAtShopee() : saleAtMercadoLivre();
  await resyncOne(system, { id: channelId, about: "order", ref: orderRef });
  const order = await system.db.first(orders, eq(orders.orderRef, orderRef));
  const id = testIds.next("ful");
  await writeRows(
    home.id,
    insert(fulfilments, {
      id,
      orderId: order?.id ?? "",
      channelId,
      warehouseId: home.shop.warehouseId,
      waveId: null,
      state: "shipped",
      problem: null,
      parcel: { carrier: "Transportadora Sul" },
      trackingCode: "OP123456789BR",
      telling: "due",
      tellError: null,
      createdAt: stageStartMs,
      pickedAt: null,
      packedAt: null,
      shippedAt: stageStartMs,
    }),
  );
  stage.marketplaces.calls.length = 0;

  function saleAtShopee(): string {
    const { orderSn } = stage.marketplaces.act("shopee", "sell", { quantity: 1 });
    stage.marketplaces.act("shopee", "invoice", { orderSn });
    return String(orderSn);
  }
  function saleAtMercadoLivre(): string {
    stage.marketplaces.act("mercado-livre", "change-stock", { listing, stock: 20 });
    stage.marketplaces.act("mercado-livre", "change-logistics", { listing, logistics: "default" });
    return String(stage.marketplaces.act("mercado-livre", "sell", { listing })["order"]);
  }
  const seen = async () => {
    const row = await system.db.first(fulfilments, eq(fulfilments.id, id));
    const now = await system.db.first(orders, eq(orders.id, order?.id ?? ""));
    return { telling: row?.telling, tellError: row?.tellError, order: now?.vendorStatus, parcel: now?.shipmentStatus };
  };
  const due = () => writeRows(home.id, updateWhere(fulfilments, eq(fulfilments.id, id), { telling: "due" }));
  const tellings = () => stage.marketplaces.calls.filter((call) => tellingCall[vendor].test(call)).length;
  return { home, stage, system, channelId, orderRef, seen, due, tellings };
}

const left = { "mercado-livre": { parcel: "shipped" }, shopee: { order: "PROCESSED" } };

describe.each(["mercado-livre", "shopee"] as const)("%s", (vendor) => {
  test("hears once that a parcel left, and the order is read again", async () => {
    const { system, channelId, seen, due, tellings } = await aParcelThatLeft(vendor);
    await tellShipments(system, { channelId });
    expect(await seen()).toMatchObject({ telling: "told", tellError: null, ...left[vendor] });
    expect(tellings()).toBe(1);
    // A crash between the telling and its being written down.
    await due();
    await tellShipments(system, { channelId });
    expect(await seen()).toMatchObject({ telling: "told" });
    expect(tellings()).toBe(1);
  });

  test("that is away leaves it due, and hears it when the queue comes back", async () => {
    const { system, stage, channelId, seen, tellings } = await aParcelThatLeft(vendor);
    for (let times = 0; times < 3; times += 1) stage.marketplaces.next.push(() => new Response("", { status: 503 }));
    await expect(tellShipments(system, { channelId })).rejects.toMatchObject({ code: "unavailable" });
    expect(await seen()).toMatchObject({ telling: "due" });
    stage.marketplaces.next.length = 0;
    stage.clock.advance(10 * 60_000);
    await tellShipments(system, { channelId });
    expect([(await seen()).telling, tellings()]).toEqual(["told", 1]);
  });

  test("that has ended our access is told when the channel goes on", async () => {
    const { system, stage, channelId, seen, tellings } = await aParcelThatLeft(vendor);
    stage.marketplaces.act(vendor, "revoke", vendor === "shopee" ? {} : { seller: 200_300 });
    await expect(tellShipments(system, { channelId })).rejects.toMatchObject({ code: "conflict" });
    expect((await system.db.first(channels, eq(channels.id, channelId)))?.state).toBe("attention");
    await tellShipments(system, { channelId });
    expect([(await seen()).telling, tellings()]).toEqual(["due", 0]);
  });

  test("whose buyer cancelled meanwhile refuses it, and the order says so here", async () => {
    const { system, stage, channelId, orderRef, seen, tellings } = await aParcelThatLeft(vendor);
    stage.marketplaces.act(vendor, "cancel", vendor === "shopee" ? { orderSn: orderRef } : { order: orderRef });
    await tellShipments(system, { channelId });
    const refused = { telling: "refused", tellError: "order-cancelled" };
    expect(await seen()).toMatchObject({ ...refused, order: vendor === "shopee" ? "CANCELLED" : "cancelled" });
    expect(tellings()).toBe(0);
  });
});

test("a refusal is kept with the marketplace's own words", async () => {
  const { system, stage, channelId, seen } = await aParcelThatLeft("mercado-livre");
  const word = { message: "The carrier is unknown", error: "bad_request", status: 400, cause: [] };
  stage.marketplaces.next.push((request, answer) => (request.method === "POST" ? Response.json(word, { status: 400 }) : answer()));
  stage.marketplaces.next.push((request, answer) => (request.method === "POST" ? Response.json(word, { status: 400 }) : answer()));
  stage.marketplaces.next.push((request, answer) => (request.method === "POST" ? Response.json(word, { status: 400 }) : answer()));
  await tellShipments(system, { channelId });
  expect(await seen()).toMatchObject({ telling: "refused", tellError: "other: bad_request: The carrier is unknown" });
});

test("the queue that hears of it tells it, and the hourly round tells what is left", async () => {
  const { home, system, stage, channelId, seen, due, tellings } = await aParcelThatLeft("mercado-livre");
  const { event } = asksToTellShipments(channelId);
  await handleEvent(stage.deps, system, encodeQueueMessage({ id: testIds.next("evt"), workspaceId: home.id, event }));
  expect([(await seen()).telling, tellings()]).toEqual(["told", 1]);
  await due();
  await tellAllShipments(system);
  expect([(await seen()).telling, tellings()]).toEqual(["told", 1]);
});

test("a channel that is paused hears nothing", async () => {
  const { home, system, channelId, seen, tellings } = await aParcelThatLeft("mercado-livre");
  await writeRows(home.id, updateWhere(channels, eq(channels.id, channelId), { state: "paused" }));
  await tellShipments(system, { channelId });
  await tellAllShipments(system);
  expect([(await seen()).telling, tellings()]).toEqual(["due", 0]);
});
