import { describe, expect, test } from "vitest";
import { aPriceQuestion, channelFacts, listingFacts, skuFacts } from "../testing/facts.ts";
import { aboveReference } from "./above-reference.ts";
import { automationBlocks } from "./automation-blocks.ts";
import { belowCost } from "./below-cost.ts";
import { deadZone } from "./dead-zone.ts";
import { feeDiffers } from "./fee-differs.ts";
import { losingCatalogPrice } from "./losing-catalog-price.ts";
import { oneChannelOnly } from "./one-channel-only.ts";
import { priceMismatch } from "./price-mismatch.ts";
import { roomToRaise } from "./room-to-raise.ts";
import type { ListingFacts } from "./rule.ts";
import { valueOf } from "./testing/evidence.ts";

const f = listingFacts;
const cost = (costCents: number) => aPriceQuestion({ costCents });
const competing = (priceToWinCents: number | null, state: "competing" | "listed" | "winning" = "competing") => ({
  competition: { state, priceToWinCents, winnerPriceCents: null, reasons: [] },
});

describe("below-cost", () => {
  test("fires when a sale loses money and sets the lowest price that does not", () => {
    const facts = f({ priceCents: 11_000, pricing: cost(8_000) });
    expect(valueOf(belowCost.condition(facts), "contribution")).toBe(11_000 - 1_320 - 2_000 - 8_000);
    expect(belowCost.remedy(facts)).toEqual({ kind: "price", listingId: "lst_1", value: 11_364, currency: "BRL" });
    expect(belowCost.condition(f({ priceCents: 11_364, pricing: cost(8_000) }))).toBeUndefined();
  });
  test("says nothing while the cost is unknown", () => expect(belowCost.condition(f({ priceCents: 1, pricing: null }))).toBeUndefined());
});

describe("dead-zone", () => {
  test("fires from the jump to where the price makes up for it", () => {
    const at = (priceCents: number) => deadZone.condition(f({ priceCents, pricing: cost(4_000) }));
    expect([at(7_899), at(10_171) === undefined, at(10_172)]).toEqual([undefined, false, undefined]);
    expect(valueOf(at(7_900), "better")).toBe(7_899);
  });
  test("never advises a price that loses money too", () => {
    expect(deadZone.condition(f({ priceCents: 8_000, pricing: cost(7_500) }))).toBeUndefined();
  });
});

describe("losing-catalog-price", () => {
  test("fires when the winning price still earns, and sets it", () => {
    const facts = f(competing(17_500));
    expect(losingCatalogPrice.condition(facts)).toBeDefined();
    expect(losingCatalogPrice.remedy(facts)).toMatchObject({ kind: "price", value: 17_500 });
  });
  test.each<[string, Partial<ListingFacts>]>([
    ["price is not the reason", competing(null, "listed")],
    ["winning would lose money", competing(11_300)],
    ["the cost is unknown", { ...competing(17_500), pricing: null }],
    ["the marketplace moves the price", { ...competing(17_500), isPriceAutomated: true }],
    ["the winning price stands in a dead zone", { ...competing(8_500), pricing: cost(4_000) }],
    ["it is already cheaper", competing(19_500)],
  ])("is quiet when %s", (_, change) => expect(losingCatalogPrice.condition(f(change))).toBeUndefined());
});

describe("above-reference", () => {
  const high = { priceReference: { state: "high" as const, suggestedCents: 17_000, lowestCents: null } };
  test("fires above the suggested price and offers it when it earns", () => {
    expect(valueOf(aboveReference.condition(f(high)), "gap")).toBe(1_171);
    expect(aboveReference.remedy(f(high))).toMatchObject({ kind: "price", value: 17_000 });
    expect(aboveReference.remedy(f({ ...high, pricing: null }))).toMatchObject({ kind: "page" });
    expect(aboveReference.remedy(f({ ...high, pricing: cost(16_000) }))).toMatchObject({ kind: "page" });
  });
  test("is quiet at or below it", () => expect(aboveReference.condition(f({ ...high, priceCents: 17_000 }))).toBeUndefined());
});

describe("room-to-raise", () => {
  test("goes half way to the price that still wins, in steps worth taking", () => {
    expect(valueOf(roomToRaise.condition(f(competing(20_000, "winning"))), "higher")).toBe(19_495);
    expect(roomToRaise.condition(f(competing(19_200, "winning")))).toBeUndefined();
    expect(roomToRaise.condition(f(competing(20_000)))).toBeUndefined();
  });
  test("does not step into a dead zone", () => {
    const facts = f({ ...competing(8_500, "winning"), priceCents: 7_899, pricing: cost(4_000) });
    expect(roomToRaise.condition(facts)).toBeUndefined();
  });
});

test("automation-blocks fires only where the automated price is wrong", () => {
  expect(automationBlocks.condition(f({ isPriceAutomated: true, ...competing(17_500) }))).toBeDefined();
  expect(automationBlocks.condition(f({ isPriceAutomated: true, pricing: cost(18_000) }))).toBeDefined();
  expect(automationBlocks.condition(f({ isPriceAutomated: true }))).toBeUndefined();
  expect(belowCost.remedy(f({ isPriceAutomated: true, pricing: cost(18_000) }))).toMatchObject({ kind: "page" });
});

test("fee-differs needs several orders and a fifth of difference, in either direction", () => {
  const fees = (orders: number, chargedCents: number) => channelFacts({ fees: { orders, chargedCents, predictedCents: 10_000 } });
  expect(valueOf(feeDiffers.condition(fees(5, 12_000)), "drift")).toBe(2_000);
  expect(feeDiffers.condition(fees(5, 8_000))).toBeDefined();
  expect(feeDiffers.condition(fees(5, 11_999))).toBeUndefined();
  expect(feeDiffers.condition(fees(4, 20_000))).toBeUndefined();
});

describe("one SKU on several listings", () => {
  const offer = { vendor: "mercado-livre" as const, channelId: "chn_1", currency: "BRL" };
  test("price-mismatch compares offers of one marketplace only", () => {
    expect(
      priceMismatch.condition(
        skuFacts({
          offers: [
            { ...offer, listingId: "a", priceCents: 100 },
            { ...offer, listingId: "b", priceCents: 101 },
          ],
        }),
      ),
    ).toBeDefined();
    expect(
      priceMismatch.condition(
        skuFacts({
          offers: [
            { ...offer, listingId: "a", priceCents: 100 },
            { ...offer, listingId: "b", priceCents: 101, vendor: "shopee" },
            { ...offer, listingId: "c", priceCents: 20, currency: "USD" },
          ],
        }),
      ),
    ).toBeUndefined();
  });
  test("one-channel-only needs another connected channel and good sales", () => {
    const offers = [{ ...offer, listingId: "a", priceCents: 100 }];
    expect(oneChannelOnly.condition(skuFacts({ offers, units30d: 10 }))).toBeDefined();
    expect(oneChannelOnly.condition(skuFacts({ offers, units30d: 9 }))).toBeUndefined();
    expect(oneChannelOnly.condition(skuFacts({ offers, channels: 1 }))).toBeUndefined();
    expect(oneChannelOnly.condition(skuFacts())).toBeUndefined();
  });
});
