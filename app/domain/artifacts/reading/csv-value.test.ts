import { expect, test } from "vitest";
import type { MetricColumn } from "../../metrics/result.ts";
import { csvValue } from "./csv-value.ts";

const value = (unit: "ratio" | "hours" | "money" | "count" | "micro-usd", currency: string | null = null): MetricColumn => ({
  key: "value",
  kind: "value",
  metric: "gmv",
  unit,
  currency,
});

test("a spreadsheet gets shares to a hundredth of a percent and no tail of digits, and money in whole units", () => {
  const third = 1 / 3;
  expect(csvValue({ change: -third }, { key: "change", kind: "change" })).toBe(-0.3333);
  expect(csvValue({ change: null }, { key: "change", kind: "change" })).toBe(null);
  expect(csvValue({ value: third }, value("ratio"))).toBe(0.3333);
  expect(csvValue({ value: 100 * third }, value("hours"))).toBe(33.33);
  expect(csvValue({ value: 123_456 }, value("money", "BRL"))).toBe(1_234.56);
  expect(csvValue({ value: 123_456 }, value("money", "CLP"))).toBe(123_456);
  expect(csvValue({ value: 7 }, value("count"))).toBe(7);
  expect(csvValue({ value: 1_234 }, value("micro-usd"))).toBe(0.001_234);
});
