import { expect, test } from "vitest";
import type { PatternFacts } from "./rule.ts";
import { shopperPattern } from "./shopper-pattern.ts";

const facts: PatternFacts = {
  name: "week/search-in-vain/query:mop",
  kind: "search-in-vain",
  label: "mop",
  sessions: 41,
  outOf: 45,
  beyond: 38,
  isFound: true,
  page: "period=week&start=2026-11-16&kind=search-in-vain",
};

test("a pattern somebody made something to do fires while it shows, with its figures, and leads to where it is read", () => {
  expect(shopperPattern.condition(facts)).toEqual([
    { key: "pattern", value: "search-in-vain", unit: "pattern" },
    { key: "visits", value: 41 },
    { key: "allVisits", value: 45 },
    { key: "beyond", value: 38 },
  ]);
  expect(shopperPattern.remedy(facts)).toEqual({ kind: "page", page: "patterns", ref: facts.page });
  expect(shopperPattern.condition({ ...facts, isFound: false, beyond: 0 })).toBeUndefined();
});

test("what hurts is to go away, what is wanted is to stay, and what concerns more visits comes first", () => {
  const { read, goal } = shopperPattern.measure;
  expect([read(facts), goal(facts)]).toEqual([38, 0]);
  expect(goal({ ...facts, kind: "affinity" })).toBe(38);
  expect(shopperPattern.priority({ ...facts, beyond: 500 })).toBe(75);
  expect(shopperPattern.priority(facts)).toBeGreaterThan(shopperPattern.priority({ ...facts, beyond: 8 }));
});
