import fc from "fast-check";
import { expect, test } from "vitest";
import { createSpacing } from "./spacing.ts";

test("the first begins at once, what follows keeps its distance, and after a rest nobody waits", () => {
  const spacing = createSpacing(2_000);
  expect([0, 5, 2_010, 9_000].map((nowMs) => spacing("shop", nowMs))).toEqual([0, 1_995, 1_990, 0]);
});

test("one key does not keep another waiting", () => {
  const spacing = createSpacing(2_000);
  expect([spacing("one", 0), spacing("other", 1)]).toEqual([0, 0]);
});

test("whenever they are asked for, those of one key begin apart and none waits longer than those before it ask", () => {
  const asks = fc.array(fc.record({ key: fc.constantFrom("a", "b"), gapMs: fc.nat(3_000) }), { maxLength: 60 });
  fc.assert(
    fc.property(asks, (all) => {
      const spacing = createSpacing(1_000);
      const begun: Record<string, number[]> = { a: [], b: [] };
      let nowMs = 0;
      for (const { key, gapMs } of all) {
        nowMs += gapMs;
        begun[key]?.push(nowMs + spacing(key, nowMs));
      }
      for (const times of Object.values(begun)) {
        const gaps = times.slice(1).map((atMs, index) => atMs - (times[index] ?? 0));
        expect(gaps.every((gapMs) => gapMs >= 1_000)).toBe(true);
      }
    }),
  );
});
