import { type Check, checkConditions, type ConditionSet } from "../conditions.ts";
import type { Happening } from "./events.ts";

export type Repeats = { times: number; withinHours: number };
export type Waiting = { conditions: ConditionSet; repeats: Repeats | null };

/** fires, or why not: it fired for it before, it is not what is waited for, or not often enough yet. */
export const matchVerdicts = ["fires", "fired", "differs", "too-few"] as const;
export type Matched = {
  happening: Happening;
  verdict: (typeof matchVerdicts)[number];
  checks: Check[];
  /** How many of the same there were by then; null where one is enough. */
  count: number | null;
};

const hourMs = 3_600_000;

/**
 * Which events a trigger fires for, in the order in which they happened. Whoever waits for several of the same begins to
 * count anew after it fired.
 */
export function matchEvents({ conditions, repeats }: Waiting, happenings: readonly Happening[], fired: ReadonlySet<string>): Matched[] {
  const counted = new Map<string, number[]>();
  return happenings.map((happening) => {
    const { passes, checks } = checkConditions(conditions, happening.facts);
    const result = (verdict: Matched["verdict"], count: number | null = null) => ({ happening, verdict, checks, count });
    const { same } = happening;
    if (fired.has(happening.id)) {
      counted.delete(same);
      return result("fired");
    }
    if (!passes) return result("differs");
    if (repeats === null) return result("fires");
    const since = happening.atMs - repeats.withinHours * hourMs;
    const times = [...(counted.get(same) ?? []).filter((at) => at > since), happening.atMs];
    if (times.length < repeats.times) {
      counted.set(same, times);
      return result("too-few", times.length);
    }
    counted.delete(same);
    return result("fires", times.length);
  });
}
