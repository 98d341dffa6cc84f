import fc from "fast-check";
import { expect, test } from "vitest";
import { code128Bars, code128Zpl, fnc1 } from "./code128.ts";

/** What a reader makes of the bars: symbol values, from the widths alone. */
function valuesOf(bars: readonly number[], table: ReadonlyMap<string, number>): number[] {
  const symbols = bars.slice(0, -7);
  return Array.from({ length: symbols.length / 6 }, (_, index) => table.get(symbols.slice(index * 6, index * 6 + 6).join("")) ?? -1);
}

/** Every pattern, got out of codes that hold all pairs of digits and both subsets. */
function learnPatterns(): Map<string, number> {
  const table = new Map<string, number>();
  for (let value = 0; value < 95; value += 1) {
    const bars = code128Bars(`${String.fromCharCode(32 + value)}x`) ?? [];
    table.set(bars.slice(6, 12).join(""), value);
  }
  for (let value = 0; value < 100; value += 1) {
    const bars = code128Bars(`${String(value).padStart(2, "0")}${String(value).padStart(2, "0")}`) ?? [];
    table.set(bars.slice(6, 12).join(""), value);
  }
  const patternAt = (text: string, index: number) => (code128Bars(text) ?? []).slice(index * 6, index * 6 + 6).join("");
  table.set(patternAt("1234a", 3), 100);
  // Only ever a check symbol: 105 for the start and 99 leave 101.
  table.set(patternAt("99", 2), 101);
  table.set(patternAt(`${fnc1}1234`, 1), 102);
  table.set(patternAt("a", 0), 104);
  table.set(patternAt("1234", 0), 105);
  return table;
}

const table = learnPatterns();

test("bars of known codes are those that other encoders draw", () => {
  expect(code128Bars("A")?.join("")).toBe("2112141113231311232331112");
  expect(code128Bars("1234")?.join("")).toBe("2112321122321311231212412331112");
  expect(code128Bars("A-02-04")?.join("")).toBe("2112141113231221321231222232111221321231222212311122142331112");
  expect(code128Bars(`${fnc1}010789100031550710AB12`)?.join("")).toBe(
    "2112324111312221221223122121412213122122222123213113211223122213121141311113231311231232212232114121212331112",
  );
});

test("patterns are well formed: eleven modules, an even number of them dark, no two alike", () => {
  const patterns = [...table.keys()];
  expect(patterns).toHaveLength(105);
  expect(new Set(table.values()).size).toBe(105);
  for (const pattern of patterns) {
    const widths = Array.from(pattern, Number);
    expect(
      widths.reduce((sum, width) => sum + width, 0),
      pattern,
    ).toBe(11);
    expect(widths.filter((_, index) => index % 2 === 0).reduce((sum, width) => sum + width, 0) % 2, pattern).toBe(0);
  }
});

test("digits in pairs make the code as short as it can be", () => {
  const lengthOf = (text: string) => ((code128Bars(text)?.length ?? 0) - 7) / 6 - 2;
  // Data symbols without start and check.
  expect(lengthOf("12345678")).toBe(4);
  expect(lengthOf("1234567")).toBe(5);
  expect(lengthOf("A1234")).toBe(4);
  expect(lengthOf("A12B")).toBe(4);
  expect(lengthOf("A123456B")).toBe(7);
  expect(lengthOf(`${fnc1}0107891000315507`)).toBe(9);
});

/** Reads the symbols back, by the letter of the standard and apart from the encoder. */
function decode(bars: readonly number[]): string {
  const values = valuesOf(bars, table);
  const check = values.pop();
  const sum = values.reduce((total, value, index) => total + value * Math.max(index, 1), 0);
  if (sum % 103 !== check) return "wrong check";
  let subset = values[0] === 105 ? "C" : "B";
  let text = "";
  for (const value of values.slice(1)) {
    if (value === 102) text += fnc1;
    else if (subset === "C" && value === 100) subset = "B";
    else if (subset === "B" && value === 99) subset = "C";
    else text += subset === "C" ? String(value).padStart(2, "0") : String.fromCharCode(value + 32);
  }
  return text;
}

const text = fc.string({
  unit: fc.constantFrom(...Array.from("0123456789012345678901234567890123456789AZaz>^~-:. "), fnc1),
  minLength: 1,
  maxLength: 40,
});

test("every text can be read back from its bars, the check symbol included", () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(decode(code128Bars(text) ?? [])).toBe(text);
    }),
    { numRuns: 1_000 },
  );
});

test("a printer is told the same symbols", () => {
  expect(code128Zpl(`${fnc1}0112345678901231211234561${fnc1}10ABC`)).toBe(">;>8011234567890123121123456>61>810ABC");
  expect(code128Zpl("A>^~")).toBe(">:A>0><>=");
  expect(code128Zpl("A-02-04")).toBe(">:A-02-04");
});

test("what Code 128 cannot say is refused, not left out", () => {
  for (const wrong of ["", "ç", "a\n", "\u0000", "😀"]) {
    expect(code128Bars(wrong), wrong).toBeUndefined();
    expect(code128Zpl(wrong), wrong).toBeUndefined();
  }
});
