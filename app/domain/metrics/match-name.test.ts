import { expect, test } from "vitest";
import { scoreName } from "./match-name.ts";

test("names are found without accents and case, by their beginnings, and with a slip", () => {
  expect(scoreName("loja DEMO", "Loja Demo")).toBe(1);
  expect(scoreName("eletrica", "Elétrica")).toBe(1);
  expect(scoreName("chaleira", "Chaleira elétrica 1,8 L")).toBeGreaterThan(0.7);
  expect(scoreName("chal", "Chaleira elétrica 1,8 L")).toBeGreaterThan(0.6);
  expect(scoreName("chalera", "Chaleira elétrica 1,8 L")).toBeGreaterThan(0.6);
  expect(scoreName("chaliera eletrica", "Chaleira elétrica 1,8 L")).toBeGreaterThan(0.6);
  expect(scoreName("mercadolivre", "mercado livre")).toBeGreaterThan(0.9);
});

test("another word is another thing, and so is another number", () => {
  expect(scoreName("garrafa", "Chaleira elétrica 1,8 L")).toBe(0);
  expect(scoreName("chaleira azul", "Chaleira elétrica 1,8 L")).toBe(0);
  expect(scoreName("CHA-18", "CHA-12")).toBe(0);
  expect(scoreName("", "Chaleira")).toBe(0);
  expect(scoreName("!!!", "Chaleira")).toBe(0);
});

test("a name that says no more than was typed fits better", () => {
  expect(scoreName("panela", "Panela")).toBeGreaterThan(scoreName("panela", "Panela antiaderente 24 cm"));
});
