import { expect, test } from "vitest";
import { addTallies } from "./add-tallies.ts";
import type { CountedFeatures } from "./counted-features.ts";
import { describePeriod } from "./describe-period.ts";
import type { Look } from "./finding.ts";
import { findPatterns } from "./find-patterns.ts";
import { likelyShare } from "./likely-share.ts";
import { tallySessions } from "./tally-sessions.ts";
import { madeDay, madeLook } from "./testing/made-days.ts";

const quiet: Look["history"] = { parts: [], total: addTallies([]), previous: undefined };
const product = { key: "sku:1", name: "Kettle", productId: "prd_1", role: "carted" };
const visit: CountedFeatures = {
  startedAt: 0,
  stages: ["landing", "product", "cart", "checkout"],
  checkoutSteps: ["contact", "shipping"],
  searches: [{ query: "samovar", results: 0, isFollowed: false }],
  products: [product, { ...product, key: "sku:2", name: "Mug", role: "viewed" }],
  hesitations: [{ reason: "shipping-cost" }],
  isReturning: false,
  device: "desktop",
};
const glance: CountedFeatures = { ...visit, stages: ["landing"], checkoutSteps: [], searches: [], products: [], hesitations: [] };

function dayOf(...all: readonly CountedFeatures[]) {
  const sessions = all.map((features, place) => ({ features, isBot: false, interactionId: `int_${place}` }));
  return tallySessions(sessions, { weekday: 0, wallClock: () => ({ weekday: 0, hour: 9 }) });
}

test("the day of one visit is told: where it ended, what it looked for in vain, what held it back and what it took, and by whom", () => {
  const told = describePeriod({ now: dayOf(visit), history: quiet });
  expect(told.map(({ key, facts }) => [key, facts["about"]])).toEqual([
    ["ended", "ended"],
    ["search", "search"],
    ["hesitation", "hesitation"],
    ["product", "product"],
  ]);
  expect(told).toMatchObject([
    { facts: { stage: "checkout", step: "shipping", stepLeft: 1 } },
    { facts: { query: "samovar", asked: 1 } },
    { facts: { reason: "shipping-cost" } },
    { facts: { name: "Kettle", productId: "prd_1", carts: 1, orders: 0 } },
  ]);
  for (const one of told) expect(one).toMatchObject({ kind: "observed", support: 1, outOf: 1, interactionIds: ["int_0"] });
});

test("what is only described claims nothing: it is not sure, not strong, and says how far off its share may be", () => {
  for (const one of describePeriod({ now: dayOf(visit), history: quiet })) {
    expect(one).toMatchObject({ confidencePerMille: 0, excess: 0, effectPerMille: 1_000, changePercent: null });
    expect(one.facts).toMatchObject({ lowPerMille: 207, highPerMille: 1_000 });
  }
});

test("where as many ended at two places, the further one is told; and a step only where checkout was left", () => {
  const [ended] = describePeriod({ now: dayOf(visit, glance), history: quiet });
  expect(ended).toMatchObject({ facts: { stage: "checkout", step: "shipping" }, support: 1, outOf: 2 });
  const [other] = describePeriod({ now: dayOf(visit, glance, glance), history: quiet });
  expect(other).toMatchObject({
    facts: { stage: "landing", step: null, stepLeft: null },
    support: 2,
    outOf: 3,
    interactionIds: ["int_2", "int_1"],
  });
});

test("what is told is held against the period before, where there was one", () => {
  const before = dayOf(visit, glance, glance, glance);
  const history = { parts: [before], total: before, previous: before };
  const told = describePeriod({ now: dayOf(visit, glance), history });
  expect(told.map(({ key, changePercent }) => [key, changePercent])).toEqual([
    ["ended", 100],
    ["search", 100],
    ["hesitation", 100],
    ["product", 100],
  ]);
});

test("nobody came: nothing happened; somebody came and left: that is all that is told", () => {
  expect(describePeriod({ now: dayOf(), history: quiet })).toEqual([]);
  expect(describePeriod({ now: dayOf(glance), history: quiet }).map(({ key }) => key)).toEqual(["ended"]);
});

test("names that every object has are names like others", () => {
  const now = dayOf({
    ...visit,
    products: [{ ...product, key: "toString", name: "constructor" }],
    searches: [{ query: "__proto__", results: 0, isFollowed: false }],
    checkoutSteps: ["constructor"],
    hesitations: [{ reason: "hasOwnProperty" }],
  });
  const told = describePeriod({ now, history: { parts: [dayOf(glance)], total: dayOf(glance), previous: dayOf(glance) } });
  expect(told.map(({ facts }) => facts["step"] ?? facts["query"] ?? facts["reason"] ?? facts["name"])).toEqual([
    "constructor",
    "_proto_",
    "hasOwnProperty",
    "constructor",
  ]);
  expect(told.map(({ changePercent }) => changePercent)).toEqual([null, null, null, null]);
});

test("a description is never among what is claimed, whether something is true of the shop or nothing", () => {
  for (const seed of [1, 2, 3]) {
    const look = madeLook(seed, { missing: { query: "mop", share: 0.05 } });
    const alone = findPatterns(look);
    expect(describePeriod(look).map(({ kind }) => kind)).toEqual(["observed", "observed", "observed", "observed"]);
    expect(findPatterns(look)).toEqual(alone);
    expect(alone.map(({ kind }) => kind)).not.toContain("observed");
  }
  expect(findPatterns({ now: madeDay(1, 0, { shop: { sessionsADay: 1, products: [], queries: [] } }), history: quiet })).toEqual([]);
});

test.each([
  [0, 0, 0, 1],
  [1, 1, 0.207, 1],
  [0, 10, 0, 0.278],
  [50, 100, 0.404, 0.596],
  [620, 1_000, 0.59, 0.65],
])("%i of %i may as well be between %d and %d", (part, of, low, high) => {
  const likely = likelyShare(part, of);
  expect([Number(likely.low.toFixed(3)), Number(likely.high.toFixed(3))]).toEqual([expect.closeTo(low, 2), expect.closeTo(high, 2)]);
});
