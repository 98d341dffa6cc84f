import { describe, expect, test } from "vitest";
import { demandChangeOf, type LineStanding } from "./demand-change.ts";
import type { DemandState } from "./states.ts";

const line = (some: Partial<LineStanding>): LineStanding => ({ orderState: "ready", variantId: "v1", ordered: 2, demand: null, ...some });
const known = (state: DemandState, sku: string | null = "v1", quantity = 2) => ({ state, sku, quantity });

describe("an order that is to be sent", () => {
  test.each([
    ["is promised as soon as it is known", line({}), { kind: "set", state: "promised", sku: "v1", quantity: 2 }],
    ["also while its payment is looked at", line({ orderState: "held" }), { kind: "set", state: "promised", sku: "v1", quantity: 2 }],
    ["of an unknown product says so", line({ variantId: null }), { kind: "set", state: "unknown", sku: null, quantity: 2 }],
    ["is promised once", line({ demand: known("promised") }), { kind: "none" }],
    ["follows a link made later", line({ demand: known("unknown", null) }), { kind: "set", state: "promised", sku: "v1", quantity: 2 }],
    [
      "follows a changed quantity",
      line({ demand: known("promised", "v1", 5) }),
      { kind: "set", state: "promised", sku: "v1", quantity: 2 },
    ],
    ["keeps waiting", line({ demand: known("waiting") }), { kind: "none" }],
    [
      "keeps its place as another product",
      line({ demand: known("waiting", "v0") }),
      { kind: "set", state: "waiting", sku: "v1", quantity: 2 },
    ],
    ["is left to the house once it is released", line({ ordered: 9, demand: known("released") }), { kind: "none" }],
  ])("%s", (_name, standing, change) => {
    expect(demandChangeOf(standing)).toEqual(change);
  });
});

describe("an order that is off or gone", () => {
  test.each([
    ["is owed nothing more", line({ orderState: "cancelled", demand: known("promised") }), "cancelled"],
    ["also when it waited", line({ orderState: null, ordered: null, demand: known("waiting") }), "cancelled"],
    ["whose payment was taken back", line({ orderState: "unpaid", demand: known("promised") }), "cancelled"],
    ["a line that left the order", line({ ordered: null, demand: known("unknown", null) }), "cancelled"],
    ["left through another door", line({ orderState: "shipped", demand: known("promised") }), "shipped"],
  ])("%s", (_name, standing, state) => {
    expect(demandChangeOf(standing)).toMatchObject({ kind: "set", state });
  });

  test.each(["released", "picked", "packed"] as const)("is given back when goods are %s", (state) => {
    expect(demandChangeOf(line({ orderState: "cancelled", demand: known(state) }))).toEqual({ kind: "give-back" });
    expect(demandChangeOf(line({ orderState: "shipped", demand: known(state) }))).toEqual({ kind: "none" });
  });

  test.each(["shipped", "cancelled"] as const)("is over when it is %s", (state) => {
    for (const orderState of ["ready", "cancelled", "delivered", null])
      expect(demandChangeOf(line({ orderState, demand: known(state) }))).toEqual({ kind: "none" });
  });

  test("was never asked for", () => {
    expect(demandChangeOf(line({ orderState: "cancelled" }))).toEqual({ kind: "none" });
  });
});
