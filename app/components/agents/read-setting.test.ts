import { expect, test } from "vitest";
import { isPlain, readSetting } from "./read-setting.ts";

test("a typed value becomes the kind of value it had", () => {
  expect(readSetting("14", 28)).toBe(14);
  expect(readSetting(" 0,5 ", 1)).toBe(0.5);
  expect(readSetting("14", "near")).toBe("14");
  expect(readSetting("true", false)).toBe(true);
  expect(readSetting("", true)).toBe(false);
});

test("what is no number is handed on as it was typed, never as zero", () => {
  expect(readSetting("", 28)).toBe("");
  expect(readSetting("many", 28)).toBe("many");
  expect(readSetting("1e999", 28)).toBe("1e999");
});

test("lists and groups of values are nothing for a form", () => {
  expect([1, "a", false].every(isPlain)).toBe(true);
  expect([null, undefined, ["a"], { a: 1 }].some(isPlain)).toBe(false);
});
