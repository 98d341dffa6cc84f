import { describe, expect, test } from "vitest";
import { remedyHref } from "../remedy.ts";
import { noSigns } from "../shopper-signs.ts";
import { anIssue, aPriceQuestion, listingFacts, withIssues } from "../testing/facts.ts";
import { badReviews } from "./bad-reviews.ts";
import { complaintWords } from "./complaint-words.ts";
import { deadStock } from "./dead-stock.ts";
import { fewPictures } from "./few-pictures.ts";
import { harmfulWarning } from "./harmful-warning.ts";
import { lowScoreHighSales } from "./low-score-high-sales.ts";
import { missingAttributes } from "./missing-attributes.ts";
import { missingFreeShipping } from "./missing-free-shipping.ts";
import { missingGtin } from "./missing-gtin.ts";
import { noDescription } from "./no-description.ts";
import { outOfStockWithSales } from "./out-of-stock-with-sales.ts";
import { oversellRisk } from "./oversell-risk.ts";
import { pausedByStock } from "./paused-by-stock.ts";
import { listingRules } from "./registry.ts";
import type { ListingFacts, ListingRule } from "./rule.ts";
import { risingStockShort } from "./rising-stock-short.ts";
import { shippingHoldsBack } from "./shipping-holds-back.ts";
import { shortTitle } from "./short-title.ts";
import { stockRunsOut } from "./stock-runs-out.ts";
import { unlinkedWithSales } from "./unlinked-with-sales.ts";

const f = listingFacts;
const quality = (score: number) => ({ score, level: "", issues: [] });
const empty = { id: "var_1", costCents: 8_000, stock: 0, changedAtMs: 0 };
const rising = (timesPerMille: number) => ({ ...noSigns, rising: { page: "period=day", sessions: 40, timesPerMille } });
const leaving = (sessions: number) => ({ ...noSigns, shipping: { page: "period=day", sessions } });
const dayMs = 24 * 3_600_000;

const cases: [ListingRule, fires: ListingFacts, quiet: ListingFacts][] = [
  [fewPictures, f({ pictures: 2 }), f({ pictures: 3 })],
  [shortTitle, f({ title: "Chaleira elétrica" }), f({ title: "Chaleira elétrica inox" })],
  [shortTitle, f({ vendor: "shopee", title: "Chaleira elétrica 1,8 Lc" }), f({ vendor: "shopee", title: "Chaleira elétrica 1,8 L c" })],
  [missingGtin, withIssues(anIssue("HAS_GTIN")), withIssues(anIssue("BEST_FINANCING"))],
  [missingGtin, f({ quality: null, gtin: null }), f({ gtin: null })],
  [missingAttributes, withIssues(anIssue("TS_MAIN_QUANTITY")), withIssues(anIssue("HAS_GTIN"))],
  [harmfulWarning, withIssues(anIssue("TS_MAIN_QUALITY_INCOMPLETE_REQUIRED", true)), withIssues(anIssue("TS_MAIN_QUANTITY"))],
  [noDescription, f({ description: null }), f({ description: "a".repeat(100) })],
  [lowScoreHighSales, f({ quality: quality(69), units30d: 10 }), f({ quality: quality(70), units30d: 10 })],
  [missingFreeShipping, { ...withIssues(anIssue("HAS_FREE_SHIPPING")), freeShipping: false }, f({ freeShipping: false })],
  [outOfStockWithSales, f({ stock: 0, units30d: 1, variant: empty }), f({ stock: 0, units30d: 0, variant: empty })],
  [stockRunsOut, f({ stock: 7, units7d: 7, units30d: 30 }), f({ stock: 8, units7d: 7, units30d: 30 })],
  [
    pausedByStock,
    f({ stock: 0, status: "paused", statusReasons: ["out_of_stock"] }),
    f({ stock: 0, status: "paused", statusReasons: ["paused_by_seller"] }),
  ],
  [oversellRisk, f({ stock: 10, reserved: 11 }), f({ stock: 10, reserved: 10 })],
  [oversellRisk, f({ stock: 201 }), f({ stock: 200 })],
  [deadStock, f({ units90d: 0, createdAtMs: f().nowMs - 90 * dayMs }), f({ units90d: 0, createdAtMs: f().nowMs - 89 * dayMs })],
  [badReviews, f({ reviews: { bad30d: 3, word: null } }), f({ reviews: { bad30d: 2, word: null } })],
  [complaintWords, f({ reviews: { bad30d: 0, word: { text: "vaza", reviews: 3 } } }), f()],
  [risingStockShort, f({ stock: 43, shoppers: rising(2_000) }), f({ stock: 44, shoppers: rising(2_000) })],
  [shippingHoldsBack, f({ freeShipping: false, shoppers: leaving(3) }), f({ freeShipping: false, shoppers: leaving(2) })],
  [unlinkedWithSales, f({ linkState: "suggested" }), f({ linkState: "ignored" })],
];

describe.each(cases.map(([rule, fires, quiet], index) => ({ name: `${rule.id} (${index})`, rule, fires, quiet })))(
  "$name",
  ({ rule, fires, quiet }) => {
    test("fires, with figures and a goal its measure has not reached", () => {
      expect(rule.condition(fires)?.length).toBeGreaterThan(0);
      const before = rule.measure.read(fires);
      expect(before).not.toBeNull();
      expect(rule.measure.goal(fires)).not.toBeUndefined();
    });
    test("is quiet one step away", () => expect(rule.condition(quiet)).toBeUndefined());
  },
);

test("a listing that is as it should be gets no advice at all", () => {
  expect(listingRules.filter((rule) => rule.condition(f()) !== undefined).map(({ id }) => id)).toEqual([]);
});

test("what is closed or paused by the seller is not nagged about its looks", () => {
  const poor = { pictures: 0, description: null, title: "x", quality: null, gtin: null, units30d: 0, units90d: 0 };
  for (const status of ["closed", "paused"] as const) {
    const fired = listingRules.filter((rule) => rule.condition(f({ ...poor, status })) !== undefined);
    expect(fired.map(({ id }) => id)).toEqual([]);
  }
});

test("goods on our shelf start a paused listing again, by the number we have", () => {
  expect(pausedByStock.remedy(f({ stock: 0, variant: { id: "var_1", costCents: null, stock: 12, changedAtMs: 0 } }))).toEqual({
    kind: "stock",
    listingId: "lst_1",
    value: 12,
  });
});

test("the pace of the busier of week and month decides when stock runs out", () => {
  expect(stockRunsOut.condition(f({ stock: 30, units7d: 30, units30d: 30 }))).toBeDefined();
  expect(stockRunsOut.condition(f({ stock: 30, units7d: 0, units30d: 30 }))).toBeUndefined();
  expect(stockRunsOut.condition(f({ stock: 1, units7d: 0, units30d: 0 }))).toBeUndefined();
});

test("stock is short for a rise before it is short for today's sales, and then only one of the two says so", () => {
  const rules = (change: Partial<ListingFacts>) =>
    [stockRunsOut, risingStockShort].filter((rule) => rule.condition(f({ shoppers: rising(3_000), ...change }))).map(({ id }) => id);
  expect(rules({ stock: 66 })).toEqual([]);
  expect(rules({ stock: 60 })).toEqual(["rising-stock-short"]);
  expect(rules({ stock: 7 })).toEqual(["stock-runs-out"]);
  expect(rules({ stock: 60, units7d: 0, units30d: 0 })).toEqual([]);
  expect(risingStockShort.condition(f({ stock: 60, shoppers: rising(3_000) }))).toContainEqual({ key: "rise", value: 20_000, unit: "bp" });
});

test("shoppers who leave over shipping are no reason where it is free, and their pattern is where the advice leads", () => {
  expect(shippingHoldsBack.condition(f({ freeShipping: true, shoppers: leaving(9) }))).toBeUndefined();
  expect(remedyHref(shippingHoldsBack.remedy(f({ shoppers: leaving(9) })))).toBe("/patterns?period=day");
});

test("the same fault costs more where more is sold", () => {
  for (const rule of listingRules) {
    const facts = (units30d: number) => f({ units30d, stock: 0, pricing: aPriceQuestion() });
    expect(rule.priority(facts(90)), rule.id).toBeGreaterThanOrEqual(rule.priority(facts(0)));
    expect(rule.priority(facts(1_000_000))).toBeLessThanOrEqual(100);
  }
});
