import { patterns } from "#db/schema/patterns.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";
import type { TestShop } from "./shop.ts";

const dayMs = 24 * 3_600_000;

/** A step of checkout that more leave than before. */
export function patternWrites({ patternId }: Pick<TestShop, "patternId">): Write[] {
  return [
    insert(patterns, {
      id: patternId,
      period: "day",
      startDay: "2026-11-19",
      kind: "drop-off",
      key: "step:shipping",
      facts: { place: "step", name: "shipping", at: 1, against: "before", left: 41, reached: 80, beforePerMille: 210 },
      support: 41,
      outOf: 80,
      confidencePerMille: 998,
      effectPerMille: 300,
      changePercent: 140,
      interactionIds: [],
      state: "open",
      foundAt: stageStartMs - dayMs,
      createdAt: stageStartMs - dayMs,
      strength: 24,
      dismissedBecause: null,
    }),
  ];
}
