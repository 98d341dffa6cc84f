import { expect, test } from "vitest";
import { writeOwnCode } from "../warehouse/barcodes/own-code.ts";
import { floorWithCode, pairingCodeInScan, pairingLink } from "./pairing-link.ts";

test("whatever a tablet reads of a pairing code is the code", () => {
  const link = pairingLink("https://shop.example", "7K3M9QX2WB");
  expect(link).toBe("https://shop.example/floor/pair?code=7K3M9QX2WB");
  for (const raw of [link, `${link}\n`, writeOwnCode("device", "7K3M9QX2WB") ?? "", "7K3M9QX2WB"]) {
    expect(pairingCodeInScan(raw), raw).toBe("7K3M9QX2WB");
  }
  expect(pairingCodeInScan("https://shop.example/elsewhere?code=7K3M9QX2WB")).toContain("elsewhere");
});

test("nothing but a code is filled in from a link", () => {
  expect(floorWithCode("7K3M9-QX2WB")).toBe("/floor?code=7K3M9-QX2WB");
  for (const code of ["", "<b>", "a b", "x".repeat(41), "7K3M9é", "a\nb"]) expect(floorWithCode(code), code).toBe("/floor");
});
