import { expect, test } from "vitest";
import { isolateDirection } from "./isolate-direction.ts";

test("what is written from right to left is kept to itself, and everything else stays as it is", () => {
  expect(isolateDirection("قهوة 🫖")).toBe("\u2068قهوة 🫖\u2069");
  expect(isolateDirection("קומקום 1,8 L")).toBe("\u2068קומקום 1,8 L\u2069");
  for (const plain of ["Chaleira elétrica 1,8 L", "茶壶", "🫖", "", "<b>x</b>"]) expect(isolateDirection(plain)).toBe(plain);
});
