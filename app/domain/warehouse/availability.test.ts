import { expect, test } from "vitest";
import { availableOf, type Standing } from "./availability.ts";

const standing = (some: Partial<Standing>): Standing => ({ onHand: 0, onHold: 0, damaged: 0, reserved: 0, owed: 0, soft: 0, ...some });

test.each([
  ["nothing is owed", { onHand: 10 }, 10],
  ["goods on hold and damaged ones cannot be sold", { onHand: 10, onHold: 2, damaged: 3 }, 5],
  ["promised softly", { onHand: 10, owed: 4, soft: 4 }, 6],
  ["set aside in its zone", { onHand: 10, owed: 4, reserved: 4 }, 6],
  ["set aside, and the zone has not told yet", { onHand: 10, owed: 4, reserved: 0 }, 6],
  ["left the house, and the zone has not told yet", { onHand: 10, owed: 0, reserved: 4 }, 6],
  ["set aside by hand beside an order's promise", { onHand: 10, owed: 4, soft: 4, reserved: 3 }, 3],
  ["more is owed than there is", { onHand: 3, owed: 5, soft: 5 }, 0],
])("%s", (_name, some, available) => {
  expect(availableOf(standing(some))).toBe(available);
});
