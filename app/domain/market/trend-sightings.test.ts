import { expect, test } from "vitest";
import { trendNews } from "./trend-sightings.ts";

const goods = [{ kind: "product" as const, id: "prd_1" }];
const told = { term: "chaleira", region: "BR", changePercent: 80, sureness: 99 };
const trend = { ...told, id: "trd_1", state: "open" as const, direction: "rising" as const, goods };
const after = (direction: string, goodId = "prd_1") => new Map([[`trd_1 ${goodId}`, direction]]);

test("a trend about own goods is told when it begins, turns and becomes calm, and not in between", () => {
  expect(trendNews([trend], new Map())).toEqual([{ ...told, trendId: "trd_1", goodId: "prd_1", direction: "rising" }]);
  expect(trendNews([{ ...trend, changePercent: 95 }], after("rising"))).toEqual([]);
  expect(trendNews([{ ...trend, direction: "falling" }], after("rising"))).toMatchObject([{ direction: "falling" }]);
  expect(trendNews([{ ...trend, direction: "steady" }], after("rising"))).toMatchObject([{ direction: "steady" }]);
});

test("calm before anything moved, and what was put aside, are no news", () => {
  expect(trendNews([{ ...trend, direction: "steady" }], new Map())).toEqual([]);
  expect(trendNews([{ ...trend, direction: "steady" }], after("steady"))).toEqual([]);
  expect(trendNews([{ ...trend, state: "dismissed" }], new Map())).toEqual([]);
});

test("each of the goods it is about hears of it, also one that came later", () => {
  const two = { ...trend, goods: [...goods, { kind: "listing" as const, id: "lst_2" }] };
  expect(trendNews([two], new Map()).map(({ goodId }) => goodId)).toEqual(["prd_1", "lst_2"]);
  expect(trendNews([two], after("rising")).map(({ goodId }) => goodId)).toEqual(["lst_2"]);
});
