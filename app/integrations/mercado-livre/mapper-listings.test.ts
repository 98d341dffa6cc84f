import { expect, test } from "vitest";
import { noDetails, toCompetition, toListings, toPriceReference, toQuality } from "./mapper-listings.ts";
import { toReputation } from "./mapper.ts";
import { userSchema } from "./wire.ts";
import { itemSchema, performanceSchema, priceToWinSchema, suggestionSchema } from "./wire-listings.ts";

const wireItem = {
  id: "MLB100",
  seller_id: 200_300,
  title: "Garrafa térmica",
  currency_id: "BRL",
  price: 119.9,
  available_quantity: 8,
  sold_quantity: 3,
  status: "active",
  sub_status: [],
  pictures: [
    { id: "P1", secure_url: "https://img.test/1.jpg" },
    { id: "P2", url: "http://img.test/2.jpg" },
  ],
  attributes: [
    { id: "SELLER_SKU", name: "SKU", value_name: "ITEM-SKU" },
    { id: "BRAND", name: "Marca", value_name: "Nativa" },
    { id: "COLOR", name: "Cor", value_name: null },
  ],
  shipping: { mode: "me2", logistic_type: "cross_docking", free_shipping: true },
  date_created: "2026-01-01T00:00:00.000Z",
  last_updated: "2026-11-01T00:00:00.000Z",
};
const facts = { isPriceAutomated: false, details: noDetails };

test("an item without variations is one listing without a model", () => {
  const [listing, ...others] = toListings(itemSchema.parse(wireItem), facts);
  expect(others).toEqual([]);
  expect(listing).toMatchObject({
    listingRef: "MLB100",
    modelRef: "",
    sku: "ITEM-SKU",
    priceCents: 11_990,
    stock: 8,
    freeShipping: true,
    imageUrls: ["https://img.test/1.jpg", "http://img.test/2.jpg"],
    attributes: [{ key: "SELLER_SKU" }, { key: "BRAND", value: "Nativa" }],
  });
});

test("each variation is a listing of its own, with its own SKU before its item's", () => {
  const variations = [
    {
      id: 1,
      price: 99.5,
      available_quantity: 2,
      attribute_combinations: [
        { id: "COLOR", name: "Cor", value_name: "Azul" },
        { id: "VOLTAGE", name: "Voltagem", value_name: "220 V" },
      ],
      attributes: [{ id: "SELLER_SKU", value_name: "BLUE" }],
      picture_ids: ["P2"],
    },
    { id: 2, price: 99.5, available_quantity: 5, seller_custom_field: "FIELD" },
    { id: 3, price: 99.5, available_quantity: 0 },
  ];
  const listings = toListings(itemSchema.parse({ ...wireItem, variations }), facts);
  expect(listings.map(({ modelRef, modelName, sku, stock }) => ({ modelRef, modelName, sku, stock }))).toEqual([
    { modelRef: "1", modelName: "Azul / 220 V", sku: "BLUE", stock: 2 },
    { modelRef: "2", modelName: "", sku: "FIELD", stock: 5 },
    { modelRef: "3", modelName: "", sku: "ITEM-SKU", stock: 0 },
  ]);
  expect(listings[0]).toMatchObject({ priceCents: 9_950, imageUrls: ["http://img.test/2.jpg"] });
});

test.each([
  ["active", [], "active", []],
  ["paused", ["out_of_stock"], "paused", ["out_of_stock"]],
  ["closed", ["expired"], "closed", ["expired"]],
  ["under_review", ["waiting_for_patch"], "review", ["waiting_for_patch"]],
  ["payment_required", [], "inactive", ["payment_required"]],
  ["invented_later", ["why"], "inactive", ["invented_later", "why"]],
] as const)("the vendor's status %s is %s %s with its reasons kept", (status, sub_status, expected, reasons) => {
  const [listing] = toListings(itemSchema.parse({ ...wireItem, status, sub_status }), facts);
  expect(listing).toMatchObject({ status: expected, statusReasons: reasons });
});

test("an item whose true quantity is missing is an error, because zero would be a lie", () => {
  expect(itemSchema.safeParse({ ...wireItem, available_quantity: undefined }).success).toBe(false);
});

test("what lowers the score is told apart from what would raise it, and what is done is left out", () => {
  const rule = (key: string, status: string, mode: string) => ({ key, status, mode, wordings: { title: `fix ${key}` } });
  const quality = toQuality(
    performanceSchema.parse({
      score: 69,
      level: "Good",
      level_wording: "Profissional",
      buckets: [
        {
          key: "CHARACTERISTICS",
          variables: [
            {
              key: "GTIN",
              title: "t",
              rules: [rule("A", "PENDING", "OPPORTUNITY"), rule("B", "PENDING", "WARNING"), rule("C", "COMPLETED", "WARNING")],
            },
          ],
        },
      ],
    }),
  );
  expect(quality).toEqual({
    score: 69,
    level: "Profissional",
    issues: [
      { key: "A", text: "fix A", harmful: false },
      { key: "B", text: "fix B", harmful: true },
    ],
  });
});

test("competition and price references keep the vendor's figures, and unknown states are nothing", () => {
  const competing = { status: "competing", price_to_win: 99.9, winner: { price: 100 }, reason: [] };
  expect(toCompetition(priceToWinSchema.parse(competing))).toEqual({
    state: "competing",
    priceToWinCents: 9_990,
    winnerPriceCents: 10_000,
    reasons: [],
  });
  expect(
    toCompetition(priceToWinSchema.parse({ status: "listed", price_to_win: null, winner: null, reason: ["item_paused"] })),
  ).toMatchObject({
    state: "listed",
    priceToWinCents: null,
    reasons: ["item_paused"],
  });
  expect(toCompetition(priceToWinSchema.parse({ status: "invented" }))).toBeNull();
  const high = { status: "with_benchmark_high", suggested_price: { amount: 50 }, lowest_price: { amount: 47.5 } };
  expect(toPriceReference(suggestionSchema.parse(high))).toEqual({ state: "high", suggestedCents: 5_000, lowestCents: 4_750 });
});

test("reputation is passed on exactly, protected numbers and all, and a new seller has no level", () => {
  const user = userSchema.parse({
    id: 200_300,
    nickname: "LOJA",
    site_id: "MLB",
    seller_reputation: {
      level_id: "5_green",
      power_seller_status: "gold",
      real_level: "3_yellow",
      protection_end_date: "2026-12-01T00:00:00Z",
      metrics: {
        sales: { period: "60 days", completed: 240 },
        claims: { period: "60 days", rate: 0.0125, value: 3 },
        cancellations: { period: "60 days", rate: 0.0042, value: 1 },
      },
    },
  });
  expect(user.seller_reputation == null ? null : toReputation(user.seller_reputation)).toEqual({
    level: "5_green",
    medal: "gold",
    levelWithoutProtection: "3_yellow",
    protectedUntilMs: Date.UTC(2026, 11, 1),
    metrics: [
      { key: "claims", rateBp: 125, count: 3, base: 240, windowDays: 60, target: null },
      { key: "cancellations", rateBp: 42, count: 1, base: 240, windowDays: 60, target: null },
    ],
    salesCompleted: 240,
  });
});
