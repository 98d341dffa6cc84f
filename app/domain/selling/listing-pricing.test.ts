import { expect, test } from "vitest";
import { type ListingCosts, pricingOf } from "./listing-pricing.ts";

const costs: ListingCosts = {
  vendor: "mercado-livre",
  site: "MLB",
  listingType: "gold_special",
  logisticType: "cross_docking",
  freeShipping: false,
  costCents: 4_000,
  shipCents: 1_900,
  chargedBp: 1_500,
  nowMs: Date.UTC(2026, 10, 20),
};

test("in Brazil the parcel is the seller's from the threshold on, below it only when free shipping is offered", () => {
  const shipping = (change: Partial<ListingCosts>) => pricingOf({ ...costs, ...change })?.bands.map(({ shipCents }) => shipCents);
  expect(shipping({})).toEqual([0, 1_900]);
  expect(shipping({ freeShipping: true })).toEqual([1_900, 1_900]);
});

test("where there is no price list, what was charged lately stands in its place", () => {
  expect(pricingOf({ ...costs, site: "MLA" })?.bands).toEqual([
    { fromCents: 0, toCents: null, commissionBp: 1_500, fixedCents: 0, shipCents: 1_900 },
  ]);
  expect(pricingOf({ ...costs, site: "MLA", chargedBp: null })).toBeNull();
});

test("without a cost there is no margin to speak of", () => expect(pricingOf({ ...costs, costCents: null })).toBeNull());
