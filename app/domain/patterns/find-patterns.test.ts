import { expect, test } from "vitest";
import { addTallies } from "./add-tallies.ts";
import type { Finding, Look } from "./finding.ts";
import { adjust, falseShare, findPatterns } from "./find-patterns.ts";
import type { PlantedTruths } from "./generate-sessions.ts";
import { pairKey } from "./tally.ts";
import { madeDay, madeLook, madeShop } from "./testing/made-days.ts";

const plantedSeeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
const noiseSeeds = Array.from({ length: 200 }, (_, seed) => seed + 1_000);

const quiet: Look["history"] = { parts: [], total: addTallies([]), previous: undefined };

const truths: [what: string, truths: PlantedTruths, isIt: (found: Finding) => boolean][] = [
  ["a step of checkout that more leave", { leaveStep: { name: "shipping", share: 0.75 } }, ({ key }) => key === "step:shipping"],
  [
    "two products that go together",
    { together: { first: "sku:1", second: "sku:2", share: 0.9 }, crowd: 4 },
    ({ key }) => key === `pair:${pairKey("sku:1", "sku:2")}`,
  ],
  ["a day with many more visitors", { crowd: 2 }, ({ kind, key }) => kind === "anomaly" && key === "day:sessions"],
  ["a day with far fewer visitors", { crowd: 0.4 }, ({ key, facts }) => key === "day:sessions" && facts["direction"] === "fewer"],
  ["a product that more look at", { wanted: { key: "sku:7", times: 3 } }, ({ kind, key }) => kind === "rising" && key === "product:sku:7"],
  [
    "a product that hardly anybody looks at any more",
    { wanted: { key: "sku:7", times: 0.05 } },
    ({ kind, key }) => kind === "falling" && key === "product:sku:7",
  ],
  ["a search that finds nothing", { missing: { query: "mop", share: 0.04 } }, ({ key }) => key === "query:mop"],
  ["a reason to hesitate", { hesitation: { reason: "shipping-cost", share: 0.16 } }, ({ key }) => key === "reason:shipping-cost"],
  [
    "hours in which more come",
    { hours: Array.from({ length: 24 }, (_, hour) => (hour === 20 || hour === 21 ? 4 : 1)) },
    ({ kind, facts }) => kind === "busy-hours" && facts["from"] === 20 && facts["until"] === 22,
  ],
];

test.each(truths)("%s is found in at least nine of ten shops", (_what, planted, isIt) => {
  const found = plantedSeeds.filter((seed) => findPatterns(madeLook(seed, planted)).some(isIt));
  expect(found.length / plantedSeeds.length).toBeGreaterThanOrEqual(0.9);
});

test("in pure noise no more than the promised share of days has anything to tell", () => {
  const shop = { ...madeShop, sessionsADay: 150 };
  const wrong = noiseSeeds.flatMap((seed) => (findPatterns(madeLook(seed, {}, shop)).length > 0 ? [seed] : []));
  expect(wrong.length / noiseSeeds.length).toBeLessThanOrEqual(falseShare);
});

test("of what is told beside a truth, no more than the promised share is chance", () => {
  // Where more leave checkout, fewer buy: that is told of the day as well, and is as true.
  const isTrue = new Set(["step:shipping", "query:mop", "day:orders"]);
  const planted = { leaveStep: { name: "shipping", share: 0.8 }, missing: { query: "mop", share: 0.05 } };
  const shares = plantedSeeds.map((seed) => {
    const told = findPatterns(madeLook(seed, planted));
    return told.filter(({ key }) => !isTrue.has(key)).length / Math.max(1, told.length);
  });
  expect(shares.reduce((sum, one) => sum + one, 0) / shares.length).toBeLessThanOrEqual(falseShare);
});

test("the strongest stands first, with what it rests on", () => {
  const found = findPatterns(madeLook(3, { leaveStep: { name: "shipping", share: 0.8 }, crowd: 2 }));
  expect(found.map(({ excess }) => Math.abs(excess))).toEqual(
    found.map(({ excess }) => Math.abs(excess)).toSorted((one, other) => other - one),
  );
  const drop = found.find(({ key }) => key === "step:shipping");
  expect(drop).toMatchObject({ kind: "drop-off", facts: { place: "step", name: "shipping", at: 1, against: "before" } });
  expect(drop?.interactionIds).toHaveLength(4);
  expect(drop?.confidencePerMille).toBeGreaterThanOrEqual(950);
  expect(drop?.outOf).toBeGreaterThan(drop?.support ?? 0);
});

test("a shop without a past is held against nothing but itself", () => {
  const kinds = new Set(
    findPatterns({
      now: madeDay(5, 0, { truths: { leaveStep: { name: "shipping", share: 0.7 }, missing: { query: "mop", share: 0.05 } } }),
      history: quiet,
    }).map(({ kind, facts }) => `${kind} ${facts["against"] ?? ""}`),
  );
  expect(kinds).toEqual(new Set(["drop-off other-steps", "search-in-vain "]));
});

test("nobody came: nothing is told", () => {
  expect(findPatterns({ now: addTallies([]), history: quiet })).toEqual([]);
});

test("chances are judged together with all that was tried", () => {
  expect(adjust([0.01, 0.04, 0.03], 3)).toEqual([0.03, 0.04, 0.04]);
  expect(adjust([0.01], 1_000)).toEqual([1]);
  expect(adjust([], 0)).toEqual([]);
});

test("a share that has always swung from day to day is no news when it swings again, and is after steady days", () => {
  const shop = { ...madeShop, sessionsADay: 600 };
  const priceOn = (day: number, share: number) => madeDay(9, day, { truths: { hesitation: { reason: "price", share } }, shop });
  const now = priceOn(28, 0.22);
  const isTold = (shareOf: (day: number) => number) => {
    const parts = Array.from({ length: 28 }, (_, day) => priceOn(day, shareOf(day)));
    const found = findPatterns({ now, history: { parts, total: addTallies(parts), previous: parts.at(-1) } });
    return found.some(({ key }) => key === "reason:price");
  };
  expect(isTold((day) => (day % 2 === 0 ? 0.02 : 0.2))).toBe(false);
  expect(isTold(() => 0.11)).toBe(true);
});
