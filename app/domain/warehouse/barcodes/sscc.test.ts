import { expect, test } from "vitest";
import { hasCheckDigit } from "#app/platform/check-digit.ts";
import { makeSscc } from "./sscc.ts";

test("a plate's number is the one that others would reckon", () => {
  expect(makeSscc({ extensionDigit: 1, companyPrefix: "0614141", serial: 234567890 })).toBe("106141412345678908");
});

test("the longest serial that fits beside the prefix is the last one", () => {
  const parts = { extensionDigit: 0, companyPrefix: "7891000" };
  const last = makeSscc({ ...parts, serial: 999_999_999 });
  expect(last).toMatch(/^07891000999999999\d$/);
  expect(hasCheckDigit(last ?? "")).toBe(true);
  expect(makeSscc({ ...parts, serial: 1_000_000_000 })).toBeUndefined();
});

test("parts that are none make no number", () => {
  const parts = { extensionDigit: 3, companyPrefix: "7891000", serial: 1 };
  for (const wrong of [{ extensionDigit: 10 }, { extensionDigit: -1 }, { companyPrefix: "78A" }, { serial: -1 }, { serial: 1.5 }]) {
    expect(makeSscc({ ...parts, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
  }
});
