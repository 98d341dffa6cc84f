import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoney } from "./format.ts";
import { locales } from "./locales.ts";
import { moneyText, parseMoney } from "./parse-money.ts";

test("an amount is read by the signs of the reader's language", () => {
  expect(parseMoney("1.234,56", "pt-BR", "BRL")).toBe(123_456);
  expect(parseMoney("1,234.56", "en", "USD")).toBe(123_456);
  expect(parseMoney("R$ 1.234.567,8", "pt-BR", "BRL")).toBe(123_456_780);
  expect(parseMoney("1.234", "pt-BR", "BRL")).toBe(123_400);
  expect(parseMoney("1.234", "en", "USD")).toBeUndefined();
  expect(parseMoney("1,234", "en", "USD")).toBe(123_400);
  expect(parseMoney("US$ 10", "en", "USD")).toBe(1_000);
  expect(parseMoney("-5,5", "pt-BR", "BRL")).toBe(-550);
});

test("the other language's signs count only where they can mean nothing else", () => {
  expect(parseMoney("189.90", "pt-BR", "BRL")).toBe(18_990);
  expect(parseMoney("189,9", "en", "BRL")).toBe(18_990);
  expect(parseMoney("1.234,56", "en", "BRL")).toBe(123_456);
});

test("what is unclear is no amount", () => {
  for (const text of [
    "",
    " ",
    "abc",
    "1,2,3",
    "1..2",
    "1.2.3",
    "12.34.567",
    ",",
    ".5.",
    "1,234,5",
    "1.234.56",
    "1e5",
    "0x10",
    "5-",
    "--5",
    "٣",
    "1/2",
  ]) {
    for (const locale of locales) expect(parseMoney(text, locale, "BRL"), text).toBeUndefined();
  }
  expect(parseMoney("10,999", "pt-BR", "BRL")).toBeUndefined();
  expect(parseMoney("5,5", "pt-BR", "JPY")).toBeUndefined();
  expect(parseMoney("9".repeat(20), "en", "BRL")).toBeUndefined();
});

test("what a page shows is read back as the same amount", () => {
  const amount = fc.integer({ min: 0, max: 9_999_999_999 });
  fc.assert(
    fc.property(amount, fc.constantFrom(...locales), fc.constantFrom("BRL", "USD", "JPY", "EUR"), (minor, locale, currency) => {
      expect(parseMoney(formatMoney(minor, currency, locale), locale, currency)).toBe(minor);
      expect(parseMoney(moneyText(minor, locale, currency), locale, currency)).toBe(minor);
    }),
  );
});

test("any text is an amount or not, never a fault", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...locales), (text, locale) => {
      const minor = parseMoney(text, locale, "BRL");
      expect(minor === undefined || Number.isSafeInteger(minor)).toBe(true);
    }),
  );
});
