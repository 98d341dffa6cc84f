import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { en } from "#app/i18n/en/resources.ts";
import { aboutRule, channelRules, listingRules, patternRules, ruleIds, rulesOfGroup, skuRules } from "./registry.ts";
import { ruleGroups } from "./rule.ts";

const folder = new URL(".", import.meta.url);
const shared = new Set(["rule.ts", "parts.ts", "metric-rules.ts", "registry.ts"]);
const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes(".test.") && !shared.has(name));

test("every rule has a file of its name, is in the list and has words", () => {
  expect(ruleIds.toSorted()).toEqual(files.map((name) => name.replace(".ts", "")).toSorted());
  expect(Object.keys(en.advice.rules).toSorted()).toEqual(ruleIds.toSorted());
});

test("every rule is tried by a test of its own", () => {
  const tests = readdirSync(folder).filter((name) => name.endsWith(".test.ts"));
  const text = tests.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  expect(files.filter((name) => !text.includes(`./${name}`))).toEqual([]);
});

test("every rule belongs to one group, and pages can name its inputs, its measure and its unit", () => {
  expect(ruleGroups.flatMap(rulesOfGroup).toSorted()).toEqual(ruleIds.toSorted());
  const all = [...channelRules, ...listingRules, ...skuRules, ...patternRules];
  const inputs = new Set(all.flatMap((rule) => rule.inputs));
  expect([...inputs].filter((name) => !Object.hasOwn(en.advice.inputs, name))).toEqual([]);
  const metrics = new Set(all.map((rule) => rule.measure.metric));
  expect([...metrics].filter((name) => !Object.hasOwn(en.advice.metrics, name))).toEqual([]);
  expect(aboutRule("few-pictures")).toMatchObject({ group: "quality", inputs: ["pictures"] });
  expect(aboutRule("made-up")).toBeUndefined();
});
