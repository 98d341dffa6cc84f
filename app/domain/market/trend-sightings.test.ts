import { expect, test } from "vitest";
import { type LastTrend, trendNews } from "./trend-sightings.ts";

const match = { kind: "product" as const, id: "prd_1", label: "Chaleira", words: ["chaleir"], percent: 100 };
const trend = { id: "trd_1", term: "chaleira", region: "BR", state: "open", direction: "rising", changePercent: 80, sureness: 99, match };
const after = (change: Partial<LastTrend> = {}) =>
  new Map([["trd_1", { direction: "rising", productId: "prd_1", listingId: null, ...change }]]);

test("a trend about own goods is told when it begins, turns and becomes calm, and not in between", () => {
  expect(trendNews([trend], new Map())).toMatchObject([{ trendId: "trd_1", productId: "prd_1", listingId: null, direction: "rising" }]);
  expect(trendNews([{ ...trend, changePercent: 95 }], after())).toEqual([]);
  expect(trendNews([{ ...trend, direction: "falling" }], after())).toMatchObject([{ direction: "falling" }]);
  expect(trendNews([{ ...trend, direction: "steady" }], after())).toMatchObject([{ direction: "steady" }]);
});

test("calm before anything moved, other people's goods and what was put aside are no news", () => {
  expect(trendNews([{ ...trend, direction: "steady" }], new Map())).toEqual([]);
  expect(trendNews([{ ...trend, direction: "steady" }], after({ direction: "steady" }))).toEqual([]);
  expect(trendNews([{ ...trend, match: null }], new Map())).toEqual([]);
  expect(trendNews([{ ...trend, state: "dismissed" }], new Map())).toEqual([]);
});

test("a trend that is about other goods now is told of those", () => {
  const other = { ...trend, match: { ...match, kind: "listing" as const, id: "lst_2" } };
  expect(trendNews([other], after())).toMatchObject([{ productId: null, listingId: "lst_2" }]);
  expect(trendNews([{ ...other, direction: "steady" }], after())).toEqual([]);
});
