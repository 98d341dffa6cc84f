import { expect, test } from "vitest";
import { isBinCode } from "./bin-code.ts";

test("a bin code is parts of capital letters and digits, and fits on a label", () => {
  for (const right of ["A-02-04", "A", "01-02-03-B", "DOCK1", "A".repeat(20)]) expect(isBinCode(right), right).toBe(true);
  for (const wrong of ["", "a-02", "A--2", "-A", "A-", "A 02", "A_02", "Ç-1", "A-02\n", "A".repeat(21)])
    expect(isBinCode(wrong), wrong).toBe(false);
});
