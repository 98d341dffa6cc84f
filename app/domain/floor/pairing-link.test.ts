import { expect, test } from "vitest";
import { floorWithCode, pairingCodeIn, pairingLink } from "./pairing-link.ts";

test("the code in a pairing link is the code, and no other link holds one", () => {
  const link = pairingLink("https://shop.example", "7K3M9QX2WB");
  expect(link).toBe("https://shop.example/floor/pair?code=7K3M9QX2WB");
  expect(pairingCodeIn(link)).toBe("7K3M9QX2WB");
  expect(pairingCodeIn(` ${link}\n`)).toBe("7K3M9QX2WB");
  for (const other of ["https://shop.example/elsewhere?code=7K3M9QX2WB", "https://shop.example/floor/pair", "7K3M9QX2WB", ""]) {
    expect(pairingCodeIn(other), other).toBeUndefined();
  }
});

test("nothing but a code is filled in from a link", () => {
  expect(floorWithCode("7K3M9-QX2WB")).toBe("/floor?code=7K3M9-QX2WB");
  for (const code of ["", "<b>", "a b", "x".repeat(41), "7K3M9é", "a\nb"]) expect(floorWithCode(code), code).toBe("/floor");
});
