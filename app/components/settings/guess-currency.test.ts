import { expect, test } from "vitest";
import { guessCurrency } from "./guess-currency.ts";

test("the first country a browser names decides", () => {
  expect(guessCurrency("pt-BR,pt;q=0.9,en-US;q=0.8")).toBe("BRL");
  expect(guessCurrency("en, en-GB;q=0.8")).toBe("GBP");
  expect(guessCurrency("zh-Hans-CN")).toBe("CNY");
  expect(guessCurrency("de-AT")).toBe("EUR");
});

test("a language without a country, or a country we do not know, is no guess", () => {
  for (const header of [null, "", "pt", "en;q=0.5", "en-ZZ", "*", "constructor-XX", "<script>"]) {
    expect(guessCurrency(header)).toBeUndefined();
  }
});
