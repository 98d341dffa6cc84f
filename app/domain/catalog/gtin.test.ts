import { expect, test } from "vitest";
import { gtinSpellings, isSameGtin, readGtin } from "./gtin.ts";

test("a GTIN counts only with the right check digit, whatever stands between its digits", () => {
  expect(readGtin("7891000315507")).toBe("7891000315507");
  expect(readGtin(" 789-1000-315507 ")).toBe("7891000315507");
  expect(readGtin("96385074")).toBe("96385074");
  expect(readGtin("036000291452")).toBe("036000291452");
  for (const wrong of ["7891000315508", "789100031550", "", "abc", "123", "78910003155070", "7891000315507x"]) {
    expect(readGtin(wrong), wrong).toBeUndefined();
  }
});

test("the same article is recognised in every length", () => {
  expect(isSameGtin("036000291452", "0036000291452")).toBe(true);
  expect(isSameGtin("036000291452", "7891000315507")).toBe(false);
  expect(isSameGtin(null, null)).toBe(false);
  expect(gtinSpellings("0036000291452")).toEqual(["036000291452", "0036000291452", "00036000291452"]);
});
