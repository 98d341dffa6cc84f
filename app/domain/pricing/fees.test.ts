import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { feeBands, type FeeQuestion, feeRows, predictFee } from "./fees.ts";

const march2026 = Date.UTC(2026, 2, 2);
const classic: FeeQuestion = {
  vendor: "mercado-livre",
  site: "MLB",
  listingType: "gold_special",
  logisticType: "cross_docking",
  priceCents: 18_990,
  quantity: 1,
  placedAtMs: Date.UTC(2026, 10, 20),
};
const shopee: FeeQuestion = { ...classic, vendor: "shopee", site: "BR", listingType: null, logisticType: null };
const feeOf = (change: Partial<FeeQuestion>, from = classic) => predictFee({ ...from, ...change })?.feeCents;

describe("the fee of a sale", () => {
  test.each([
    ["Clássico above the threshold", {}, 2_279],
    ["Premium above the threshold", { listingType: "gold_pro" }, 3_228],
    ["two units cost twice, fixed part included", { priceCents: 4_999, quantity: 2, logisticType: "self_service" }, 2 * (600 + 650)],
    ["carried by Mercado Envios below the threshold: no fixed part", { priceCents: 7_899 }, 948],
    ["carried by the seller below the threshold: a fixed part", { priceCents: 7_899, logisticType: "self_service" }, 948 + 675],
    ["from the threshold on nobody pays a fixed part", { priceCents: 7_900, logisticType: "self_service" }, 948],
  ])("on Mercado Livre: %s", (_, change, cents) => expect(feeOf(change)).toBe(cents));

  test.each([
    [7_999, 1_600 + 400],
    [8_000, 1_120 + 1_600],
    [9_999, 1_400 + 1_600],
    [10_000, 1_400 + 2_000],
    [20_000, 2_800 + 2_600],
    [60_000, 8_400 + 2_600],
  ])("on Shopee at %i cents", (priceCents, cents) => expect(feeOf({ priceCents }, shopee)).toBe(cents));

  test("is the one of the day of the sale, to the day", () => {
    const price = { priceCents: 4_000 };
    expect(feeOf({ ...price, placedAtMs: march2026 - 1 })).toBe(480 + 650);
    expect(feeOf({ ...price, placedAtMs: march2026 })).toBe(480);
    expect(feeOf({ placedAtMs: Date.UTC(2026, 1, 28, 23, 59) }, shopee)).toBeUndefined();
  });

  test("is not guessed when what decides it is unknown", () => {
    expect(feeOf({ listingType: null })).toBeUndefined();
    expect(feeOf({ listingType: "free" })).toBeUndefined();
    expect(feeOf({ site: "MLA" })).toBeUndefined();
    expect(feeOf({ priceCents: 5_000, logisticType: null })).toBeUndefined();
    expect(feeOf({ logisticType: null })).toBe(2_279);
  });

  test("names the line of the price list it came from", () => {
    expect(predictFee(classic)?.rule.rule).toBe("mlb/classic/from-79");
    expect(feeRows.map(({ rule }) => rule)).toContain("shopee-br/80-to-100");
  });
});

test("at every price of every day exactly one line of a list answers", () => {
  fc.assert(
    fc.property(
      fc.record({
        vendor: fc.constantFrom("mercado-livre" as const, "shopee" as const),
        listingType: fc.constantFrom("gold_special", "gold_pro"),
        logisticType: fc.constantFrom("drop_off", "self_service", "custom", "fulfillment"),
        priceCents: fc.integer({ min: 1, max: 2_000_000 }),
        placedAtMs: fc.integer({ min: march2026, max: Date.UTC(2029, 0) }),
      }),
      ({ vendor, ...rest }) => {
        const question = { ...rest, vendor, site: vendor === "shopee" ? "BR" : "MLB" };
        const bands = feeBands(question);
        const here = bands.filter((b) => rest.priceCents >= b.fromCents && (b.toCents === null || rest.priceCents < b.toCents));
        expect(here).toHaveLength(1);
        expect(bands.slice(1).map((band) => band.fromCents)).toEqual(bands.slice(0, -1).map((band) => band.toCents));
        expect(Number.isInteger(predictFee({ ...question, quantity: 3 })?.feeCents)).toBe(true);
      },
    ),
  );
});
