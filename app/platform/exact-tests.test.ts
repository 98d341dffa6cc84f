import { expect, test } from "vitest";
import { binomialTail, hypergeometricTail } from "./exact-tests.ts";

test("Fisher's exact test gives what tables give", () => {
  // The lady tasting tea: all four of eight cups told, and three of four.
  expect(hypergeometricTail({ found: 4, drawn: 4, marked: 4, all: 8 })).toBeCloseTo(1 / 70, 12);
  expect(hypergeometricTail({ found: 3, drawn: 4, marked: 4, all: 8 })).toBeCloseTo(17 / 70, 12);
  expect(hypergeometricTail({ found: 41, drawn: 80, marked: 41 + 84, all: 480 })).toBeCloseTo(8.8098e-8, 11);
});

test("the binomial tail gives what tables give, also far out", () => {
  expect(binomialTail({ found: 8, of: 10, chance: 0.5 })).toBeCloseTo(56 / 1024, 10);
  expect(binomialTail({ found: 1, of: 3, chance: 0.2 })).toBeCloseTo(1 - 0.8 ** 3, 12);
  expect(binomialTail({ found: 10_000, of: 10_000, chance: 0.99 })).toBeCloseTo(0.99 ** 10_000, 50);
});

test("what must be is certain, and what cannot be never is", () => {
  expect(hypergeometricTail({ found: 2, drawn: 5, marked: 5, all: 8 })).toBe(1);
  expect(hypergeometricTail({ found: 6, drawn: 5, marked: 9, all: 20 })).toBe(0);
  expect(binomialTail({ found: 0, of: 10, chance: 0 })).toBe(1);
  expect(binomialTail({ found: 1, of: 10, chance: 0 })).toBe(0);
  expect(binomialTail({ found: 10, of: 10, chance: 1 })).toBe(1);
});
