import { expect, test } from "vitest";
import { toAccount, toListings, toReview } from "./mapper.ts";
import {
  baseInfoSchema,
  commentsSchema,
  diagnosisSchema,
  extraInfoSchema,
  modelListSchema,
  performanceSchema,
  shopInfoSchema,
} from "./wire.ts";

const stock = (available: number, reserved = 0) => ({ summary_info: { total_available_stock: available, total_reserved_stock: reserved } });
const price = (current: number, original: number) => [{ current_price: current, original_price: original, currency: "BRL" }];

function anItem(change: object = {}) {
  const item = {
    item_id: 22,
    item_name: "Chaleira",
    item_status: "NORMAL",
    item_sku: "CH-1",
    create_time: 100,
    update_time: 200,
    has_model: false,
    condition: "NEW",
    price_info: price(59.9, 59.9),
    stock_info_v2: stock(7, 2),
    ...change,
  };
  const [parsed] = baseInfoSchema.parse({ response: { item_list: [item] } }).response.item_list;
  if (parsed === undefined) throw new Error("no item");
  return parsed;
}

const listing = (change: object = {}) =>
  toListings({ item: anItem(change), models: undefined, extra: undefined, diagnosis: undefined }, "2000002")?.[0];

test("a plain item is one listing without a model", () => {
  expect(listing()).toMatchObject({
    listingRef: "22",
    modelRef: "",
    sku: "CH-1",
    priceCents: 5_990,
    regularPriceCents: null,
    stock: 7,
    reserved: 2,
    status: "active",
    statusReasons: [],
    condition: "new",
    permalink: "https://shopee.com.br/product/2000002/22",
    createdAtMs: 100_000,
    updatedAtMs: 200_000,
    quality: null,
  });
});

test("a running discount shows what the price was before", () => {
  expect(listing({ price_info: price(49.9, 59.9) })).toMatchObject({ priceCents: 4_990, regularPriceCents: 5_990 });
});

test.each([
  ["NORMAL", "active"],
  ["UNLIST", "paused"],
  ["BANNED", "inactive"],
  ["REVIEWING", "review"],
  ["SELLER_DELETE", "closed"],
  ["SHOPEE_DELETE", "closed"],
  ["SOMETHING_NEW", "inactive"],
])("an item in %s is %s, and keeps the vendor's word unless all is well", (item_status, status) => {
  expect(listing({ item_status })).toMatchObject({ status, statusReasons: item_status === "NORMAL" ? [] : [item_status] });
});

test.each([
  ["", null],
  ["00", null],
  ["0000000000000", null],
  ["abc", null],
  ["7891000000012", "7891000000012"],
])("the GTIN %j is read as %j", (gtin_code, gtin) => {
  expect(listing({ gtin_code })?.gtin).toBe(gtin);
});

test("an item without a SKU has none, rather than an empty one", () => {
  expect(listing({ item_sku: " " })?.sku).toBeNull();
});

test("goods that Shopee keeps are told apart", () => {
  expect(listing({ stock_info_v2: { ...stock(3), shopee_stock: [{ stock: 3 }] } })?.logisticType).toBe("fulfilled-by-shopee");
});

test("attributes, brand and weight are kept in the vendor's words", () => {
  const attribute_list = [
    { attribute_id: 9, original_attribute_name: "Potência", attribute_value_list: [{ original_value_name: "1500", value_unit: "W" }] },
    { attribute_id: 10, original_attribute_name: "Vazio", attribute_value_list: [] },
  ];
  expect(listing({ attribute_list, brand: { original_brand_name: "Nativa" }, weight: "1.10" })?.attributes).toEqual([
    { key: "brand", name: "Marca", value: "Nativa" },
    { key: "9", name: "Potência", value: "1500W" },
    { key: "weight", name: "Peso (kg)", value: "1.10" },
  ]);
});

test("free shipping needs a channel that is switched on", () => {
  expect(listing({ logistic_info: [{ enabled: false, is_free: true }] })?.freeShipping).toBe(false);
  expect(listing({ logistic_info: [{ enabled: true, is_free: true }] })?.freeShipping).toBe(true);
});

test("an item with models is one listing a model, named by its options", () => {
  const models = modelListSchema.parse({
    response: {
      tier_variation: [
        { name: "Cor", option_list: [{ option: "Azul" }, { option: "Preto" }] },
        { name: "Voltagem", option_list: [{ option: "127 V" }] },
      ],
      model: [
        { model_id: 1, model_sku: "A", tier_index: [0, 0], price_info: price(10, 10), stock_info_v2: stock(1) },
        { model_id: 2, model_sku: "B", tier_index: [1, 0], price_info: price(20, 25), stock_info_v2: stock(0) },
      ],
    },
  }).response;
  const item = anItem({ has_model: true, price_info: null, stock_info_v2: null, item_sku: "" });
  expect(toListings({ item, models, extra: undefined, diagnosis: undefined }, "1")).toMatchObject([
    { modelRef: "1", modelName: "Azul / 127 V", sku: "A", priceCents: 1_000, stock: 1 },
    { modelRef: "2", modelName: "Preto / 127 V", sku: "B", priceCents: 2_000, regularPriceCents: 2_500, stock: 0 },
  ]);
  expect(toListings({ item, models: undefined, extra: undefined, diagnosis: undefined }, "1")).toBeUndefined();
});

test("quality is a level with what is missing; level 0 is no judgement and not a bad one", () => {
  const diagnosis = (quality_level: number) =>
    diagnosisSchema.parse({
      response: { success_item_list: [{ item_id: 22, quality_level, unfinished_task: [{ issue_type: 1, suggestion: "Add images" }] }] },
    }).response.success_item_list[0];
  const quality = (level: number) =>
    toListings({ item: anItem(), models: undefined, extra: undefined, diagnosis: diagnosis(level) }, "1")?.[0]?.quality;
  expect(quality(0)).toBeNull();
  const issues = [{ key: "too-few-images", text: "Add images", harmful: false }];
  expect([1, 2, 3].map(quality)).toEqual([
    { score: 40, level: "to-be-improved", issues },
    { score: 75, level: "qualified", issues },
    { score: 100, level: "excellent", issues },
  ]);
});

test("a listing nobody rated has no rating, rather than zero stars", () => {
  const extra = (comment_count: number, rating_star: number) =>
    extraInfoSchema.parse({ response: { item_list: [{ item_id: 22, sale: 9, comment_count, rating_star }] } }).response.item_list[0];
  const rated = (count: number, star: number) =>
    toListings({ item: anItem(), models: undefined, extra: extra(count, star), diagnosis: undefined }, "1")?.[0];
  expect(rated(0, 0)).toMatchObject({ sold: 9, rating: null, reviews: 0 });
  expect(rated(4, 4.5)).toMatchObject({ rating: 4.5, reviews: 4 });
});

test("a comment is a review of its item and model", () => {
  const [comment] = commentsSchema.parse({
    response: {
      item_comment_list: [
        {
          comment_id: 1,
          item_id: 22,
          model_id_list: [0, 5],
          rating_star: 2,
          comment: "Ruim",
          create_time: 9,
          comment_reply: { reply: "Desculpe" },
        },
      ],
      more: false,
      next_cursor: "",
    },
  }).response.item_comment_list;
  if (comment === undefined) throw new Error("no comment");
  expect(toReview(comment)).toEqual({
    reviewRef: "1",
    listingRef: "22",
    modelRef: "5",
    rating: 2,
    title: "",
    text: "Ruim",
    likes: 0,
    reply: "Desculpe",
    writtenAtMs: 9_000,
  });
});

test("the shop's data is read flat and wrapped, and a frozen shop is not usable", () => {
  const flat = shopInfoSchema.parse({ shop_name: "A", region: "BR", status: "FROZEN", expire_time: 5, error: "" });
  const wrapped = shopInfoSchema.parse({ error: "", response: { shop_name: "A", region: "BR", status: "FROZEN", expire_time: 5 } });
  expect(flat).toEqual(wrapped);
  expect(toAccount("1", flat, undefined)).toMatchObject({ isUsable: false, tags: ["frozen"], reputation: null });
});

test("a standing keeps the vendor's level, targets and units, and leaves out what was not measured", () => {
  const metric = (change: object) => ({
    metric_id: 1,
    metric_name: "late_shipment_rate",
    current_period: 4.5,
    unit: 2,
    target: { value: 10, comparator: "<" },
    ...change,
  });
  const metric_list = [
    metric({}),
    metric({ metric_name: "same_day_handover", current_period: 61, target: { value: 60, comparator: ">=" } }),
    metric({ metric_name: "preparation_time", current_period: 1.25, unit: 4, target: { value: 2, comparator: "<" } }),
    metric({ metric_name: "chat", current_period: null }),
  ];
  const performance = performanceSchema.parse({ response: { overall_performance: { rating: 4 }, metric_list } }).response;
  const shop = shopInfoSchema.parse({ shop_name: "A", region: "BR", status: "NORMAL" });
  const reputation = toAccount("1", shop, performance).reputation;
  expect(reputation?.level).toBe("Excellent");
  expect(reputation?.metrics).toMatchObject([
    { key: "late_shipment_rate", rateBp: 450, target: { valueBp: 1_000, isFloor: false } },
    { key: "same_day_handover", rateBp: 6_100, target: { valueBp: 6_000, isFloor: true } },
    { key: "preparation_time", rateBp: 125, unit: "day", target: { valueBp: 200, isFloor: false } },
  ]);
  expect(reputation?.metrics[0]).not.toHaveProperty("unit");
});
