import { expect, test } from "vitest";
import { judge, tableLine } from "./result.ts";

test("a target holds at its very limit and not beyond", () => {
  expect(judge({ name: "worker-size", value: 1_000, unit: "kB gzip" }).verdict).toBe("met");
  expect(judge({ name: "worker-size", value: 1_000.1, unit: "kB gzip" }).verdict).toBe("missed");
  expect(judge({ name: "lighthouse/seo", value: 100, unit: "points" }).verdict).toBe("met");
  expect(judge({ name: "lighthouse/seo", value: 99, unit: "points" }).verdict).toBe("missed");
});

test("a ratio or percentile that was not measured never counts as met", () => {
  expect(judge({ name: "api-read", value: 9_999, unit: "req/s" })).toEqual({ target: "≥ 0.1 of hello", verdict: "missed" });
  expect(judge({ name: "room-200", value: 9_999, unit: "deliveries/s" })).toEqual({ target: "≤ 150 ms p99", verdict: "missed" });
});

test("a value without a target is shown without a verdict", () => {
  expect(judge({ name: "hello", value: 1, unit: "req/s" })).toEqual({ target: "", verdict: "" });
  expect(tableLine({ name: "hello", value: 29_700, unit: "req/s" })).toMatch(/^hello +29,700 req\/s$/);
});
