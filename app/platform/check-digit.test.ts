import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDigit, hasCheckDigit } from "./check-digit.ts";

test("numbers of every length that others print are accepted", () => {
  for (const printed of ["96385074", "036000291452", "7891000315507", "10614141543219", "106141412345678908"]) {
    expect(hasCheckDigit(printed), printed).toBe(true);
  }
  expect(checkDigit("629104150021")).toBe("3");
  for (const wrong of ["", "7", "78910003155O7", " 7891000315507"]) expect(hasCheckDigit(wrong), wrong).toBe(false);
});

test("one misread digit is always noticed", () => {
  const digits = fc.stringMatching(/^\d{7,17}$/);
  fc.assert(
    fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, where, step) => {
      const whole = body + checkDigit(body);
      const at = where % whole.length;
      const misread = whole.slice(0, at) + String((Number(whole[at]) + step) % 10) + whole.slice(at + 1);
      expect(hasCheckDigit(whole)).toBe(true);
      expect(hasCheckDigit(misread)).toBe(false);
    }),
  );
});
