import fc from "fast-check";
import { expect, test } from "vitest";
import { isSudden, trendOf } from "./trend.ts";

test.each([
  [{ found: 8, of: 20 }, { found: 4, of: 80 }, "rising"],
  [{ found: 1, of: 40 }, { found: 30, of: 80 }, "falling"],
  [{ found: 5, of: 50 }, { found: 10, of: 100 }, "steady"],
  [{ found: 1, of: 2 }, { found: 0, of: 80 }, "unknown"],
  [{ found: 1, of: 30 }, { found: 0, of: 80 }, "unknown"],
] as const)("%j after %j is %s", (recent, earlier, direction) => {
  expect(trendOf(recent, earlier).direction).toBe(direction);
});

test("a rise is sudden when it at least doubled and is more than chance", () => {
  expect(isSudden(trendOf({ found: 8, of: 20 }, { found: 4, of: 80 }))).toBe(true);
  expect(isSudden(trendOf({ found: 30, of: 100 }, { found: 40, of: 200 }))).toBe(false);
});

test("what rises one way falls the other way round, and more of the same is surer", () => {
  const part = fc.integer({ min: 5, max: 400 }).chain((of) => fc.record({ of: fc.constant(of), found: fc.nat(of) }));
  const turned = { rising: "falling", falling: "rising", steady: "steady", unknown: "unknown" } as const;
  fc.assert(
    fc.property(part, part, (one, other) => {
      const { direction, sure } = trendOf(one, other);
      expect(sure).toBeGreaterThanOrEqual(0);
      expect(sure).toBeLessThanOrEqual(1);
      const isTold = one.found >= 3 && other.found >= 3;
      expect(isTold ? trendOf(other, one).direction : turned[direction]).toBe(turned[direction]);
      const ten = trendOf({ found: one.found * 10, of: one.of * 10 }, { found: other.found * 10, of: other.of * 10 });
      expect(direction === "rising" ? ten.sure : 1).toBeGreaterThanOrEqual(sure);
    }),
  );
});
