import { expect, test } from "vitest";
import { wholeNumber } from "./whole-number.ts";

test("numbers and written digits are taken within the range", () => {
  for (const value of [1, "1", 730, "730"]) expect(wholeNumber({ min: 1, max: 730 }).parse(value)).toBe(Number(value));
  expect(wholeNumber().parse("-5")).toBe(-5);
});

test("what JavaScript would turn into a number is not one", () => {
  for (const value of [true, null, "", " 1", "1.5", 1.5, "1e3", "0x10", [], [1], {}, "731", 0, Number.MAX_VALUE]) {
    expect(wholeNumber({ min: 1, max: 730 }).safeParse(value).success, JSON.stringify(value)).toBe(false);
  }
});
