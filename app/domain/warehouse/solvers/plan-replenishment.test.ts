import fc from "fast-check";
import { expect, test } from "vitest";
import { type PickFace, planReplenishment } from "./plan-replenishment.ts";

function aFace(change: Partial<PickFace> = {}): PickFace {
  return { bin: "A1", sku: "mug", min: 10, max: 40, onHand: 20, reserved: 0, inbound: 0, waveDemand: 0, unitsPerPack: 1, ...change };
}

const plenty = new Map([["mug", 1000]]);

test("a face is filled to its maximum once projected stock falls below the minimum", () => {
  expect(planReplenishment([aFace({ reserved: 11 })], plenty)).toEqual([
    { bin: "A1", sku: "mug", qty: 31, short: 0, reason: "below-min", projected: 9, min: 10, max: 40 },
  ]);
});

test("what is on its way is not ordered again", () => {
  expect(planReplenishment([aFace({ onHand: 0, inbound: 10 })], plenty)).toEqual([]);
});

test("only whole packs move", () => {
  expect(planReplenishment([aFace({ onHand: 5, unitsPerPack: 12 })], plenty)).toMatchObject([{ qty: 24, short: 0 }]);
});

test("a face that would run low in the next wave is topped off before it", () => {
  expect(planReplenishment([aFace({ waveDemand: 15 })], plenty)).toMatchObject([{ qty: 20, reason: "wave-needs-more" }]);
});

test("scarce reserve goes first where orders wait, and the line says what is missing", () => {
  const faces = [aFace({ onHand: 8 }), aFace({ bin: "B2", onHand: 0, reserved: 5 })];
  expect(planReplenishment(faces, new Map([["mug", 50]]))).toMatchObject([
    { bin: "B2", qty: 45, short: 0, reason: "orders-wait" },
    { bin: "A1", qty: 5, short: 27, reason: "below-min" },
  ]);
});

test("no more than the reserve is ever moved, in whole packs and not past the maximum unless orders wait", () => {
  const small = fc.nat({ max: 60 });
  const face = fc.record({
    onHand: small,
    reserved: small,
    inbound: small,
    waveDemand: small,
    min: small,
    unitsPerPack: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(face, { maxLength: 8 }), small, (faces, held) => {
      const all = faces.map((one, index) => aFace({ ...one, max: one.min + 20, bin: `bin-${index}` }));
      const lines = planReplenishment(all, new Map([["mug", held]]));
      expect(lines.reduce((sum, { qty }) => sum + qty, 0)).toBeLessThanOrEqual(held);
      for (const { bin, qty, projected, max } of lines) {
        expect(qty % (all.find((one) => one.bin === bin)?.unitsPerPack ?? 1)).toBe(0);
        expect(projected < 0 || projected + qty <= max).toBe(true);
      }
    }),
    { seed: 7 },
  );
});
