import { describe, expect, test } from "vitest";
import { z } from "zod";
import { simulatedNowMs } from "./fixtures.ts";
import { shop } from "./testing/shop.ts";

const startMs = simulatedNowMs;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const flask = "MLB3300000003";

const ship = { "x-format-new": "true" };
const domain = { ...ship, "x-new-domain": "true" };
const searchSchema = z.object({
  results: z.array(z.object({ id: z.number(), status: z.string() })),
  paging: z.object({ total: z.number(), limit: z.number() }),
});

describe("listings", () => {
  test("bulk elements carry status_code and prefixed fields, the old form its own, until it is gone", async () => {
    const { call, act } = shop();
    expect((await call(`GET /items/bulk?ids=${flask},MLB1&attributes=body.id,body.status`)).json).toMatchObject([
      { id: flask, status_code: 200, body: { id: flask, status: "active" } },
      { id: "MLB1", status_code: 404, body: { error: "not_found" } },
    ]);
    expect((await call(`GET /items?ids=${flask}&attributes=id`)).json).toEqual([{ code: 200, body: { id: flask } }]);
    act("switch", { oldBulk: "gone" });
    expect((await call(`GET /items?ids=${flask}`)).status).toBe(410);
    expect((await call(`GET /items/bulk?ids=${Array.from({ length: 21 }, () => flask).join(",")}`)).status).toBe(400);
  });

  test("others see of a quantity only its bucket, and not what was sold", async () => {
    const { call, plain, tokenOf } = shop();
    plain(flask);
    expect((await call(`GET /items/${flask}`)).json).toHaveProperty("sold_quantity");
    const foreign = (await call(`GET /items/${flask}`, { token: tokenOf(200_400) })).json;
    expect(foreign).toMatchObject({ available_quantity: 50 });
    expect(foreign).not.toHaveProperty("sold_quantity");
  });

  test("offsets end at a thousand, scans last five minutes and end with null", async () => {
    const { call, clock } = shop(200_400);
    expect((await call("GET /users/200400/items/search?offset=1001")).status).toBe(400);
    const scan = z.object({ results: z.array(z.string()).nullable(), scroll_id: z.string() });
    const first = scan.parse((await call("GET /users/200400/items/search?search_type=scan&limit=100")).json);
    const more = () => call(`GET /users/200400/items/search?search_type=scan&limit=100&scroll_id=${encodeURIComponent(first.scroll_id)}`);
    expect(scan.parse((await more()).json).results).toBeNull();
    clock.nowMs += 5 * 60_000;
    expect((await more()).status).toBe(400);
  });

  test("a title is locked by its first sale, variations left out are removed, and a closed listing stays closed", async () => {
    const { call, act, plain } = shop();
    plain(flask);
    act("sell", { listing: flask });
    expect((await call(`PUT /items/${flask}`, { body: { title: "Novo título" } })).status).toBe(400);
    const pans = "MLB3300000001";
    const { variations } = z.object({ variations: z.array(z.object({ id: z.number() })) }).parse((await call(`GET /items/${pans}`)).json);
    await call(`PUT /items/${pans}`, { body: { variations: [{ id: variations[0]?.id, price: 100 }] } });
    expect((await call(`GET /items/${pans}`)).json).toMatchObject({ variations: [{ id: variations[0]?.id }] });
    act("close", { listing: flask });
    expect((await call(`PUT /items/${flask}`, { body: { price: 10 } })).status).toBe(400);
  });

  test("a deletion right after closing meets the closing, and works a moment later", async () => {
    const { call, clock } = shop();
    await call(`PUT /items/${flask}`, { body: { status: "closed" } });
    expect((await call(`PUT /items/${flask}`, { body: { deleted: "true" } })).status).toBe(409);
    clock.nowMs += 2_000;
    expect((await call(`PUT /items/${flask}`, { body: { deleted: "true" } })).json).toMatchObject({ sub_status: ["deleted"] });
  });

  test("an automated price alone is refused, with something else it is ignored with a warning", async () => {
    const { call, act } = shop();
    act("automate-price", { listing: flask });
    const { price } = z.object({ price: z.number() }).parse((await call(`GET /items/${flask}`)).json);
    expect(await call(`PUT /items/${flask}`, { body: { price: 10 } })).toMatchObject({
      status: 400,
      json: { error: "item.price.not_modifiable" },
    });
    const both = await call(`PUT /items/${flask}`, { body: { price: 10, status: "paused" } });
    expect(both).toMatchObject({ status: 200, json: { price, warnings: [{ cause_id: 502, code: "item.price.not_modifiable" }] } });
  });

  test("sellers with depots must name the version, and cannot set a quantity on the listing", async () => {
    const { call } = shop(200_600);
    const id = "MLB3600006000";
    expect((await call(`PUT /items/${id}`, { body: { available_quantity: 3 } })).status).toBe(400);
    const product = z.object({ user_product_id: z.string() }).parse((await call(`GET /items/${id}`)).json).user_product_id;
    const path = `/user-products/${product}/stock`;
    const stock = await call(`GET ${path}`);
    expect(stock.headers.get("x-version")).toBe("1");
    const { locations } = z.object({ locations: z.array(z.looseObject({ type: z.string() })) }).parse(stock.json);
    const put = (headers: Record<string, string>) => call(`PUT ${path}/type/seller_warehouse`, { headers, body: { locations } });
    expect((await put({})).status).toBe(400);
    expect((await put({ "x-version": "9" })).status).toBe(409);
    expect((await put({ "x-version": "1" })).status).toBe(200);
    expect((await put({ "x-version": "1" })).status).toBe(409);
  });

  test("fees depend on date, carrier and price, and come as one or as a list", async () => {
    const { call, clock, act } = shop();
    const ask = async (more: string) => (await call(`GET /sites/MLB/listing_prices?currency_id=BRL&${more}`)).json;
    const full = "category_id=MLB1618&listing_type_id=gold_special&shipping_mode=me2";
    const cheap = await ask(`price=50&${full}&logistic_type=cross_docking`);
    expect(cheap).toMatchObject({ sale_fee_amount: 6.25, sale_fee_details: { percentage_fee: 12.5, fixed_fee: 0 } });
    expect(await ask(`price=50&${full}&logistic_type=self_service`)).toMatchObject({ sale_fee_amount: 12.5 });
    expect(await ask(`price=79&${full}&logistic_type=self_service`)).toMatchObject({ sale_fee_details: { fixed_fee: 0 } });
    expect(await ask("price=50")).toHaveLength(2);
    act("switch", { feesAs: "list" });
    expect(await ask(`price=50&${full}`)).toHaveLength(1);
    clock.nowMs = Date.UTC(2026, 0, 10);
    expect(await ask(`price=50&${full}&logistic_type=cross_docking`)).toMatchObject([{ sale_fee_details: { fixed_fee: 6.75 } }]);
  });
});

describe("orders and parcels", () => {
  test("dates are cut to the hour, and cancelled orders are never found but served by number", async () => {
    const { call, act, clock, plain } = shop();
    plain(flask);
    clock.nowMs = startMs + 40 * 60_000;
    const { order } = act("sell", { listing: flask });
    const search = async (from: string) =>
      searchSchema.parse((await call(`GET /orders/search?seller=200300&order.date_created.from=${from}&limit=50`)).json);
    expect((await search("2026-11-20T13:59:00.000Z")).results.map((one) => one.id)).toContain(Number(order));
    act("cancel", { order });
    expect((await search("2026-11-20T13:00:00.000Z")).results.map((one) => one.id)).not.toContain(Number(order));
    expect((await call(`GET /orders/${String(order)}`)).json).toMatchObject({
      status: "cancelled",
      cancel_detail: { requested_by: "buyer" },
    });
    const all = searchSchema.parse((await call("GET /orders/search?seller=200300&order.status=cancelled")).json);
    expect(all.paging.total).toBe(0);
  });

  test("orders older than twelve months are no longer told", async () => {
    const { call, clock, tokenOf } = shop();
    clock.nowMs += 366 * dayMs;
    expect(searchSchema.parse((await call("GET /orders/search?seller=200300", { token: tokenOf(200_300) })).json).paging.total).toBe(0);
  });

  test("an answer in part says what is missing", async () => {
    const { call, act } = shop();
    const { order } = act("sell", { listing: flask });
    act("switch", { partialEvery: 1, partialMissing: "buyer" });
    const answer = await call(`GET /orders/${String(order)}`);
    expect([answer.status, answer.headers.get("x-content-missing")]).toEqual([206, "buyer"]);
    expect(answer.json).not.toHaveProperty("buyer");
  });

  test("another's order is refused as not owned", async () => {
    const { call, act, tokenOf } = shop();
    const { order } = act("sell", { listing: flask });
    expect(await call(`GET /orders/${String(order)}`, { token: tokenOf(200_400) })).toMatchObject({
      status: 403,
      json: { error: "not_owned_order" },
    });
  });

  test("parcels want their headers, are nothing until they are there, and come among returns", async () => {
    const { call, act, clock } = shop();
    act("switch", { shipmentDelayMs: hourMs });
    const { order, shipment } = act("sell", { listing: flask });
    expect((await call(`GET /orders/${String(order)}/shipments`, { headers: domain })).status).toBe(204);
    clock.nowMs += hourMs;
    expect((await call(`GET /orders/${String(order)}/shipments`, { headers: domain })).json).toEqual([{ id: shipment, type: "forward" }]);
    expect((await call(`GET /shipments/${String(shipment)}`)).status).toBe(400);
    const body = (await call(`GET /shipments/${String(shipment)}`, { headers: ship })).json;
    expect(body).toMatchObject({ status: "ready_to_ship", logistic: { mode: "me2" } });
    expect(body).not.toHaveProperty("order_id");
    expect((await call(`GET /shipments/${String(shipment)}/orders`, { headers: domain })).json).toMatchObject([
      { order_id: String(order) },
    ]);
    expect((await call(`GET /shipments/${String(shipment)}/delays`, { headers: ship })).status).toBe(404);
  });

  test("a sale takes from stock, the last one pauses the listing, and a cancellation gives back", async () => {
    const { call, act, plain } = shop();
    plain(flask);
    act("change-stock", { listing: flask, stock: 1 });
    const { order } = act("sell", { listing: flask });
    expect((await call(`GET /items/${flask}`)).json).toMatchObject({
      available_quantity: 0,
      status: "paused",
      sub_status: ["out_of_stock"],
    });
    act("cancel", { order });
    expect((await call(`GET /items/${flask}`)).json).toMatchObject({ available_quantity: 1, status: "active" });
  });
});

describe("everything else", () => {
  test("claims want a real filter, whole pairs and milliseconds, and pages are at most a hundred", async () => {
    const { call, act } = shop();
    const search = (query: string) => call(`GET /post-purchase/v1/claims/search?${query}`);
    expect(await search("limit=10")).toMatchObject({ status: 400, json: { error: "invalid_query" } });
    expect(await search("players.role=respondent")).toMatchObject({ status: 400, json: { error: "invalid_params" } });
    const own = "players.role=respondent&players.user_id=200300";
    expect((await search(`${own}&range=date_created:after:2026-01-01T00:00:00Z,before:2026-12-01T00:00:00Z`)).status).toBe(400);
    expect((await search(`${own}&limit=500`)).json).toMatchObject({ paging: { limit: 100 } });
    const { order } = act("sell", { listing: flask });
    const { claim } = act("claim", { order });
    expect((await search(`${own}&order_id=${String(order)}`)).json).toMatchObject({ data: [{ id: claim, status: "opened" }] });
  });

  test("reviews come five at a time unless asked, and too many are refused", async () => {
    const { call } = shop();
    expect((await call(`GET /reviews/item/${flask}`)).json).toMatchObject({ paging: { limit: 5 }, reviews: { length: 5 } });
    expect(await call(`GET /reviews/item/${flask}?limit=51`)).toMatchObject({ status: 400, json: { message: "Not valid limit" } });
  });

  test("visits are for one listing and at most 150 days", async () => {
    const { call } = shop();
    expect((await call(`GET /items/${flask}/visits/time_window?last=151&unit=day`)).status).toBe(400);
    expect(await call(`GET /items/visits?ids=${flask},MLB1`)).toMatchObject({ status: 400, json: { error: "validation_parameters" } });
    expect((await call(`GET /items/${flask}/visits/time_window?last=7&unit=day`)).json).toMatchObject({ results: { length: 7 } });
  });

  test("a new listing has no score, another's score is refused, and competitors cannot be searched", async () => {
    const { call, tokenOf } = shop();
    expect((await call("GET /sites/MLB/search?q=garrafa")).status).toBe(403);
    expect(await call(`GET /item/${flask}/performance`, { token: tokenOf(200_400) })).toMatchObject({
      status: 401,
      json: { message: "Caller must be the seller of the item" },
    });
    expect((await call(`GET /item/${flask}/performance`)).json).toMatchObject({
      entity_id: flask,
      buckets: [{ key: "CHARACTERISTICS" }, { key: "OFFER" }],
    });
  });

  test("missed notices about items want the site", async () => {
    const { call } = shop();
    expect((await call("GET /missed_feeds?app_id=1000001&topic=items")).status).toBe(400);
    expect((await call("GET /missed_feeds?app_id=1000001&topic=items&site_id=MLB")).json).toEqual({ messages: [] });
  });

  test("notices come in all the spellings the vendor has", () => {
    const { act, sent, plain } = shop();
    plain(flask);
    for (let index = 0; index < 8; index += 1) act("ask", { listing: flask, text: "Tem?" });
    act("change-price", { listing: flask, priceCents: 5_000 });
    const { order } = act("sell", { listing: flask });
    act("claim", { order });
    const all = sent.map((webhook) => webhook.body).join("\n");
    expect(sent.every((webhook) => webhook.url === "http://app.test/hooks/mercado-livre" && !("x-signature" in webhook.headers))).toBe(
      true,
    );
    for (const spelling of [
      '"user_id":"200300"',
      '"user_id":200300',
      '"recieved"',
      '"received"',
      '"resource":"suggestions/',
      '"id":"6f0b',
      '"_id":"6f0b',
      '"resource":"post-purchase',
    ]) {
      expect(all).toContain(spelling);
    }
  });

  test("a forced reputation is what the vendor then says, with the true level beside it", async () => {
    const { call, act } = shop();
    act("change-reputation", { seller: 200_300, level: "3_yellow", protectedUntilMs: startMs + dayMs });
    expect((await call("GET /users/me")).json).toMatchObject({ seller_reputation: { level_id: "3_yellow", real_level: "5_green" } });
  });

  test("a failing answer that is injected has the vendor's shape", () => {
    const { simulator } = shop();
    expect(simulator.faultBody?.(429)).toMatchObject({ error: "local_rate_limited" });
    expect(simulator.faultBody?.(401)).toMatchObject({ code: "unauthorized" });
    expect(simulator.faultBody?.(503)).toMatchObject({ status: 503, cause: [] });
  });
});
