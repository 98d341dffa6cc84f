import { expect, test } from "vitest";
import { z } from "zod";
import { simulatedShopeeApp } from "./fixtures.ts";
import { baseString, hmacHex, type Signer } from "./sign.ts";
import { redirectUri, shopeeWorld, startMs } from "./testing/shopee-world.ts";

const dayS = 86_400;
const nowS = startMs / 1_000;
const answerSchema = z.looseObject({ error: z.string(), message: z.string() });

type Options = { token?: string; shopId?: string; body?: object; timestampS?: number; sign?: string };

/** Calls the vendor as a program of its own would, signed by hand. */
async function call(world: ReturnType<typeof shopeeWorld>, operation: string, query: [string, string][] = [], options: Options = {}) {
  const { token, shopId = "2000002", body, timestampS = Math.floor(world.clock.now() / 1_000) } = options;
  const path = `/api/v2/${operation}`;
  const signer: Signer = token === undefined ? { kind: "public" } : { kind: "shop", accessToken: token, shopId };
  const sign = options.sign ?? (await hmacHex(simulatedShopeeApp.partnerKey, baseString("1000001", path, timestampS, signer)));
  const common: [string, string][] = [
    ["partner_id", "1000001"],
    ["timestamp", String(timestampS)],
    ["sign", sign],
    ...(token === undefined
      ? []
      : ([
          ["access_token", token],
          ["shop_id", shopId],
        ] satisfies [string, string][])),
  ];
  const url = `http://sim.test/shopee${path}?${new URLSearchParams([...common, ...query]).toString()}`;
  const request = new Request(url, body === undefined ? {} : { method: "POST", body: JSON.stringify(body) });
  const answer = await world.host.fetch(request);
  return { status: answer.status, ...answerSchema.parse(await answer.json()) };
}

async function connected() {
  const world = shopeeWorld();
  const { tokens } = await world.connect();
  const get = (operation: string, query: [string, string][] = []) => call(world, operation, query, { token: tokens.accessToken });
  const post = (operation: string, body: object) => call(world, operation, [], { token: tokens.accessToken, body });
  return { ...world, token: tokens.accessToken, get, post };
}

const inside = <T>(answer: Record<string, unknown>, schema: z.ZodType<T>): T => z.object({ response: schema }).parse(answer).response;

const orderWindow = (from: number, to: number): [string, string][] => [
  ["time_range_field", "create_time"],
  ["time_from", String(from)],
  ["time_to", String(to)],
  ["page_size", "100"],
];

test("a wrong signature, a time beyond five minutes and a wrong token are refused by name", async () => {
  const world = await connected();
  const { token } = world;
  const operation = "shop/get_shop_info";
  expect(await call(world, operation, [], { token, sign: "0".repeat(64) })).toMatchObject({ status: 403, error: "error_sign" });
  for (const timestampS of [nowS - 301, nowS + 301])
    expect(await call(world, operation, [], { token, timestampS })).toMatchObject({ status: 403, error: "error_param" });
  for (const timestampS of [nowS - 299, nowS + 299]) expect((await call(world, operation, [], { token, timestampS })).error).toBe("");
  expect(await call(world, operation, [], { token: "x" })).toMatchObject({ status: 403, error: "invalid_acceess_token" });
  expect((await call(world, operation, [], { token, shopId: "2000003" })).error).toBe("invalid_acceess_token");
  expect((await call(world, operation, [])).error).toBe("invalid_acceess_token");
  expect((await call(world, "auth/token/get", [], { token, body: {} })).error).toBe("error_sign");
});

test("a window of orders over 15 days is refused, one of exactly 15 is not", async () => {
  const { get } = await connected();
  expect((await get("order/get_order_list", orderWindow(nowS - 15 * dayS - 1, nowS))).error).toBe("order.order_list_invalid_time");
  expect((await get("order/get_order_list", orderWindow(nowS - 15 * dayS, nowS))).error).toBe("");
});

test("only one order status is taken, item statuses are repeated and item ids are joined", async () => {
  const { get } = await connected();
  const window = orderWindow(nowS - dayS, nowS);
  expect((await get("order/get_order_list", [...window, ["order_status", "SHIPPED"], ["order_status", "UNPAID"]])).error).toBe(
    "error_param",
  );
  const page: [string, string][] = [
    ["offset", "0"],
    ["page_size", "10"],
  ];
  expect((await get("product/get_item_list", [...page, ["item_status", "NORMAL,BANNED"]])).error).toBe("error_param");
  const list = await get("product/get_item_list", [...page, ["item_status", "NORMAL"], ["item_status", "BANNED"]]);
  const { item } = inside(list, z.object({ item: z.array(z.object({ item_id: z.number() })) }));
  const [first, second] = item.map(({ item_id }) => String(item_id));
  const repeated = await get("product/get_item_base_info", [
    ["item_id_list", first ?? ""],
    ["item_id_list", second ?? ""],
  ]);
  expect(inside(repeated, z.object({ item_list: z.array(z.unknown()) })).item_list).toHaveLength(1);
  const joined = await get("product/get_item_base_info", [["item_id_list", `${first},${second}`]]);
  expect(inside(joined, z.object({ item_list: z.array(z.object({ weight: z.string() })) })).item_list).toHaveLength(2);
});

test.each([
  ["product/get_item_base_info", "item_id_list", 50],
  ["product/get_item_content_diagnosis_result", "item_id_list", 48],
  ["order/get_order_detail", "order_sn_list", 50],
])("%s takes so many at once and not one more", async (operation, name, most) => {
  const { get } = await connected();
  const ids = (count: number): [string, string][] => [[name, Array.from({ length: count }, (_, index) => index + 1).join(",")]];
  expect((await get(operation, ids(most))).error).toBe("");
  expect((await get(operation, ids(most + 1))).error).toBe("error_param");
});

test("a page holds 100 at most", async () => {
  const { get } = await connected();
  for (const [operation, query] of [
    ["product/get_item_list", [["item_status", "NORMAL"]]],
    ["product/get_comment", []],
    ["order/get_order_list", orderWindow(nowS - dayS, nowS).slice(0, 3)],
  ] satisfies [string, [string, string][]][]) {
    expect((await get(operation, [...query, ["page_size", "100"]])).error).toBe("");
    expect((await get(operation, [...query, ["page_size", "101"]])).error).toBe("error_param");
  }
});

test("the detail of an order leaves out what was not asked for", async () => {
  const { get, act } = await connected();
  const { orderSn } = await act("sell");
  const detail = async (fields: string) => {
    const query: [string, string][] = [
      ["order_sn_list", String(orderSn)],
      ["response_optional_fields", fields],
    ];
    const answer = await get("order/get_order_detail", query);
    return inside(answer, z.object({ order_list: z.array(z.record(z.string(), z.unknown())) })).order_list[0] ?? {};
  };
  expect(await detail("")).toMatchObject({ order_sn: orderSn, order_status: "INVOICE_PENDING" });
  for (const field of ["item_list", "total_amount", "pay_time", "buyer_username", "package_list"]) {
    expect(await detail("")).not.toHaveProperty(field);
    expect(Object.keys(await detail(field))).toContain(field);
  }
});

test("a new Brazilian order cannot be shipped before its invoice", async () => {
  const { post, act } = await connected();
  const { orderSn } = await act("sell");
  expect((await post("logistics/ship_order", { order_sn: orderSn, dropoff: {} })).error).toBe("logistics.error_status");
  await act("invoice", { orderSn });
  expect((await post("logistics/ship_order", { order_sn: orderSn })).error).toBe("error_param");
  expect((await post("logistics/ship_order", { order_sn: orderSn, dropoff: {} })).error).toBe("");
  await expect(act("deliver", { orderSn })).rejects.toThrow("an order in PROCESSED cannot take this step");
});

test("no more than the 500 newest comments are to be had", async () => {
  const { get, control, token } = await connected();
  await control("POST", "scale", { vendor: "shopee", listings: 300, orders: 4_000 });
  const seen: number[] = [];
  const schema = z.object({
    item_comment_list: z.array(z.object({ create_time: z.number() })),
    more: z.boolean(),
    next_cursor: z.string(),
  });
  let cursor = "";
  do {
    const page = inside(
      await get("product/get_comment", [
        ["page_size", "100"],
        ["cursor", cursor],
      ]),
      schema,
    );
    seen.push(...page.item_comment_list.map(({ create_time }) => create_time));
    cursor = page.next_cursor;
  } while (cursor !== "");
  expect(seen).toHaveLength(500);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect(token).not.toBe("");
});

test("the vendor forgets nothing between pages of orders and repeats nothing, even when orders change meanwhile", async () => {
  const { get, act } = await connected();
  const schema = z.object({ order_list: z.array(z.object({ order_sn: z.string() })), more: z.boolean(), next_cursor: z.string() });
  const query = (cursor: string): [string, string][] => [
    ["time_range_field", "update_time"],
    ["time_from", String(nowS - 10 * dayS)],
    ["time_to", String(nowS)],
    ["page_size", "20"],
    ["cursor", cursor],
  ];
  const first = inside(await get("order/get_order_list", query("")), schema);
  const before = first.order_list.map(({ order_sn }) => order_sn);
  await act("sell", { times: 3 });
  const rest: string[] = [];
  let { next_cursor: cursor } = first;
  while (cursor !== "") {
    const page = inside(await get("order/get_order_list", query(cursor)), schema);
    rest.push(...page.order_list.map(({ order_sn }) => order_sn));
    cursor = page.next_cursor;
  }
  const all = [...before, ...rest];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(40);
});

test("the same seed makes the same vendor, another seed another one", async () => {
  const world = shopeeWorld();
  const shops = async (seed: number) => {
    await world.control("POST", "reset", { seed });
    return (await world.state()).shops;
  };
  const first = await shops(7);
  expect(await shops(7)).toEqual(first);
  expect(await shops(8)).not.toEqual(first);
});

test("a big shop holds what was asked for, keeps its grants, and its state stays small", async () => {
  const { control, state, get } = await connected();
  const made = await control("POST", "scale", { vendor: "shopee", listings: 20_000, orders: 2_000 });
  expect(made).toMatchObject({ listings: 20_000, orders: 2_000 });
  const list = await get("product/get_item_list", [
    ["page_size", "1"],
    ["item_status", "NORMAL"],
  ]);
  expect(inside(list, z.object({ total_count: z.number() })).total_count).toBeGreaterThan(10_000);
  expect(JSON.stringify(await state()).length).toBeLessThan(10_000);
});

test("the consent page offers the shops and the days, and sends nobody to a foreign domain", async () => {
  const { host, adapter } = shopeeWorld();
  const page = (uri: string) => new Request(adapter.authorizeUrl({ site: "BR", state: "s", codeChallenge: "", redirectUri: uri }));
  const html = await (await host.fetch(page(redirectUri))).text();
  for (const words of ["Loja Demo Shopee", "Loja Vazia", "365 dias", "Permitir", "Recusar", 'lang="pt-BR"']) expect(html).toContain(words);
  for (const uri of ["http://evil.test/", "http://app.test.evil.test/", "javascript:alert(1)", "nonsense"])
    expect((await host.fetch(page(uri))).status).toBe(400);
});

test("a sub-account cannot authorise", async () => {
  await expect(shopeeWorld().consent({ account: "sub:900002" })).rejects.toThrow("403");
});

test("fees follow the table of the order's day, and the settlement sometimes differs from it", async () => {
  const { post, get, act } = await connected();
  const { itemId } = await act("promote", { priceCents: 7_999 });
  const sells = await Promise.all(Array.from({ length: 40 }, () => act("sell", { itemId })));
  const money = z.object({ order_income: z.object({ commission_fee: z.number(), service_fee: z.number(), escrow_amount: z.number() }) });
  const payouts = new Map<number, number>();
  for (const { orderSn } of sells) {
    const { order_income } = inside(await get("payment/get_escrow_detail", [["order_sn", String(orderSn)]]), money);
    payouts.set(order_income.escrow_amount, (payouts.get(order_income.escrow_amount) ?? 0) + 1);
  }
  const [usual] = [...payouts].toSorted(([, a], [, b]) => b - a);
  expect(usual?.[0]).toBe(59.99);
  expect(payouts.size).toBeGreaterThan(1);
  expect((await post("payment/get_escrow_detail", {})).error).toBe("error_not_found");
});

test("an action nobody knows, and input that is wrong, are told", async () => {
  const { act } = shopeeWorld();
  await expect(act("ask")).rejects.toThrow(/shopee cannot .*ask.*It can: sell/);
  await expect(act("sell", { shopId: 1 })).rejects.toThrow("shopId");
  await expect(act("sell", { colour: "red" })).rejects.toThrow("colour");
  await expect(act("pay", { orderSn: "NONE" })).rejects.toThrow("there is no such order");
  await expect(act("sell", { shopId: "2000004" })).rejects.toThrow("nothing to sell");
});
