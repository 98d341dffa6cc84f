import { expect, test } from "vitest";
import { humanise } from "./humanise.ts";

test.each([
  ["oldestWaitsMinutes", "Oldest waits minutes"],
  ["plan-move", "Plan move"],
  ["floor.pace_now", "Floor pace now"],
  ["SKU", "Sku"],
  ["", ""],
])("%s reads as words", (name, words) => {
  expect(humanise(name)).toBe(words);
});
