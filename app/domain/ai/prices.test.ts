import { expect, test } from "vitest";
import { providerKinds } from "./kinds.ts";
import { costMicroUsd, pricedModels, priceOf } from "./prices.ts";

const gemini = { kind: "gemini", ownPrices: {} } as const;

test("a price holds from its day on, and what was spent before stays what it was", () => {
  expect(priceOf(gemini, "gemini-3.8-flash", "2026-12-31")).toMatchObject({ inputMicroUsdPerMillion: 750_000, fromDay: "2026-01-01" });
  expect(priceOf(gemini, "gemini-3.8-flash", "2027-01-01")).toMatchObject({ inputMicroUsdPerMillion: 1_500_000, fromDay: "2027-01-01" });
});

test("a model nobody knows, or not yet, has no price", () => {
  expect(priceOf(gemini, "gemini-9", "2026-12-31")).toBeUndefined();
  expect(priceOf({ kind: "openai", ownPrices: {} }, "gpt-6-luna", "2026-09-21")).toBeUndefined();
  expect(priceOf(gemini, "toString", "2026-12-31")).toBeUndefined();
});

test("a dated release costs what its family does, and what a workspace says itself comes first", () => {
  const openai = { kind: "openai", ownPrices: {} } as const;
  expect(priceOf(openai, "gpt-5-mini-2025-08-07", "2026-11-01")).toEqual(priceOf(openai, "gpt-5-mini", "2026-11-01"));
  const own = { ...openai, ownPrices: { "gpt-5-mini": { inputMicroUsdPerMillion: 1, outputMicroUsdPerMillion: 2 } } };
  expect(priceOf(own, "gpt-5-mini", "2026-11-01")).toMatchObject({ inputMicroUsdPerMillion: 1, fromDay: "own", seesImages: true });
});

test("costs are rounded up: what was charged is never more than what is booked", () => {
  const price = priceOf({ kind: "groq", ownPrices: {} }, "openai/gpt-oss-20b", "2026-11-01");
  expect(price && costMicroUsd(price, { inputTokens: 1_000, cachedTokens: 400, outputTokens: 101 })).toBe(45 + 15 + 31);
  expect(price && costMicroUsd(price, { inputTokens: 1, cachedTokens: 5, outputTokens: 0 })).toBe(1);
});

test("every provider with a protocol of its own has models to choose from", () => {
  expect(providerKinds.filter((kind) => pricedModels(kind).length === 0)).toEqual(["openai-compatible"]);
});
