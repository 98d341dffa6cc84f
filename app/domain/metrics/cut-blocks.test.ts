import fc from "fast-check";
import { expect, test } from "vitest";
import { cutBlocks } from "./cut-blocks.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const quarterMs = hourMs / 4;
const anchorMs = Date.UTC(2026, 10, 28);

/** In quarters of an hour, as far as zones are apart from each other. */
const moment = fc.integer({ min: -800 * 96, max: 800 * 96 }).map((quarters) => anchorMs + quarters * quarterMs);
const stretch = fc
  .tuple(moment, moment)
  .filter(([one, other]) => one !== other)
  .map(([one, other]) => ({ fromMs: Math.min(one, other), toMs: Math.max(one, other) }));

test("blocks and edges hold every moment of the stretch once, and no other", () => {
  fc.assert(
    fc.property(stretch, ({ fromMs, toMs }) => {
      const { edges, blocks } = cutBlocks({ fromMs, toMs });
      const counts = new Map<number, number>();
      const count = (at: number, change: number) => counts.set(at, (counts.get(at) ?? 0) + change);
      for (const edge of edges) {
        count(edge.fromMs, edge.sign);
        count(edge.toMs, -edge.sign);
      }
      for (const block of blocks) {
        expect(block.fromMs % (block.days * dayMs)).toBe(0);
        count(block.fromMs, block.sign);
        count(block.fromMs + block.days * dayMs, -block.sign);
      }
      const changes = [...counts].filter(([, change]) => change !== 0).toSorted(([a], [b]) => a - b);
      expect(changes).toEqual([
        [fromMs, 1],
        [toMs, -1],
      ]);
    }),
    { numRuns: 2_000 },
  );
});

test("of two days and more, edges are half a day at most each, and blocks are few", () => {
  fc.assert(
    fc.property(
      stretch.filter(({ fromMs, toMs }) => toMs - fromMs >= 2 * dayMs),
      ({ fromMs, toMs }) => {
        const { edges, blocks } = cutBlocks({ fromMs, toMs });
        expect(edges.length).toBeLessThanOrEqual(2);
        for (const edge of edges) expect(edge.toMs - edge.fromMs).toBeLessThanOrEqual(12 * hourMs);
        expect(blocks.length).toBeLessThanOrEqual(24 + (toMs - fromMs) / (64 * dayMs));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("the thirty days of a shop three hours behind are six hours of lines and nine blocks", () => {
  const { edges, blocks } = cutBlocks({ fromMs: Date.UTC(2026, 9, 30, 3), toMs: Date.UTC(2026, 10, 29, 3) });
  expect(edges).toEqual([
    { fromMs: Date.UTC(2026, 9, 30), toMs: Date.UTC(2026, 9, 30, 3), sign: -1 },
    { fromMs: Date.UTC(2026, 10, 29), toMs: Date.UTC(2026, 10, 29, 3), sign: 1 },
  ]);
  expect(blocks.map(({ days, sign }) => days * sign)).toEqual([1, 1, 1, 1, 1, 1, 8, 8, 8]);
});
