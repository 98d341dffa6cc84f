import { expect, test } from "vitest";
import { upperTail } from "./upper-tail.ts";

test("what lies above so many deviations is what tables say", () => {
  expect(upperTail(0)).toBeCloseTo(0.5, 6);
  expect(upperTail(1)).toBeCloseTo(0.158_655_3, 6);
  expect(upperTail(1.644_853_6)).toBeCloseTo(0.05, 6);
  expect(upperTail(3)).toBeCloseTo(0.001_349_9, 6);
});
